package org.coesite.adapter.gulp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coesite.adapter.gulp.Geometry.Particle;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Vector3;

/**
 * The restart file of a run: the last structure with more digits than the output has.
 *
 * @param geometry the structure
 * @param energy energy of the cell (enthalpy under pressure), eV; empty while a run goes on
 */
record RestartFile(Geometry geometry, Optional<Double> energy) {

  /** Energies of one run differ by no more between restart file and output, eV. */
  private static final double SAME_RUN = 1e-5;

  /**
   * Reads the first structure of a file without {@code space}; empty if it holds none.
   *
   * @throws IllegalArgumentException if it has numbers or elements that are none
   */
  static Optional<RestartFile> read(Listing file) {
    try {
      return structure(file);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("restart file: " + e.getMessage(), e);
    }
  }

  private static Optional<RestartFile> structure(Listing file) {
    List<String> cell = file.below("cell", 1);
    List<Particle> particles = new ArrayList<>();
    for (String line : file.lines()) {
      String[] words = line.strip().split("\\s+");
      if (words.length >= 5 && words[0].matches("[A-Z][a-z]?\\d*") && isPart(words[1])) {
        if (!words[2].matches("[-\\d./*]+")) {
          // The potentials below name particles as well.
          break;
        }
        particles.add(
            Particle.of(
                words[0],
                words[1],
                new Vector3(fraction(words[2]), fraction(words[3]), fraction(words[4]))));
      }
    }
    if (cell.isEmpty() || particles.isEmpty() || file.contains("space")) {
      return Optional.empty();
    }
    Optional<Double> energy =
        file.linesWith("totalenergy").findFirst().map(line -> Listing.number(line.substring(11)));
    return Optional.of(new RestartFile(new Geometry(lattice(cell.get(0)), particles), energy));
  }

  private static boolean isPart(String word) {
    return word.equals("core") || word.equals("shel");
  }

  /** It writes 2/3 for 0.666666667. */
  private static double fraction(String word) {
    int slash = word.indexOf('/');
    double fraction =
        slash < 0
            ? Listing.number(word)
            : Listing.number(word.substring(0, slash)) / Listing.number(word.substring(slash + 1));
    if (Double.isInfinite(fraction)) {
      throw new IllegalArgumentException("'" + word + "' is not finite");
    }
    return fraction;
  }

  private static Lattice lattice(String line) {
    String[] words = line.strip().split("\\s+");
    if (words.length < 6) {
      throw new IllegalArgumentException("'" + line.strip() + "' is no cell");
    }
    return Lattice.fromParameters(
        Listing.number(words[0]),
        Listing.number(words[1]),
        Listing.number(words[2]),
        Listing.number(words[3]),
        Listing.number(words[4]),
        Listing.number(words[5]));
  }

  /** Whether it was written at the end of the run that printed this energy in eV. */
  boolean belongsTo(double printed) {
    return energy.isPresent() && Math.abs(energy.get() - printed) <= SAME_RUN;
  }
}
