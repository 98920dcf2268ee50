package org.coesite.adapter.gulp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coesite.adapter.gulp.Geometry.Particle;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Vector3;
import org.coesite.forcefield.ParticleType;

/** What a run of GULP printed: energies in eV, lengths in Å. */
record GulpOutput(Listing text) {

  private static final Pattern VERSION = Pattern.compile(".*\\* Version = (\\S+) \\*.*");

  /**
   * Number, label, core or shell, three coordinates; those of the start have stars between them.
   */
  private static final Pattern PARTICLE =
      Pattern.compile(
          "\\s*\\d+\\s+([A-Z][a-z]?\\d*)\\s+([cs])\\s+(\\S+)[ *]+(\\S+)[ *]+(\\S+)(?:\\s.*)?");

  /** Smallest volume that makes a cell, Å³. */
  private static final double NO_VOLUME = 1e-6;

  /** The version in the banner; empty if there is no banner. */
  Optional<String> version() {
    return text.linesWith("* Version = ")
        .map(VERSION::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  boolean finished() {
    return text.contains("Job Finished at");
  }

  /** Whether it was to optimise, and not only to compute one energy. */
  boolean optimises() {
    return text.linesWith("*  optimise ").findAny().isPresent();
  }

  boolean began() {
    return text.contains("Start of bulk optimisation");
  }

  boolean achieved() {
    return text.contains("**** Optimisation achieved ****");
  }

  /** Structures that it found in its input. */
  Optional<Integer> configurations() {
    return text.lastValue("Total number of configurations input").map(Listing::count);
  }

  /** Whether it lists the asymmetric unit only, as after {@code space}. */
  boolean symmetric() {
    return text.contains("Symmetry constrained optimisation")
        || !text.lastValue("Number of irreducible atoms/shells")
            .equals(text.lastValue("Total number atoms/shells"));
  }

  /** External pressure that it took, GPa. */
  Optional<Double> pressure() {
    return text.lastValue("Pressure of configuration").map(Listing::number);
  }

  /** Kinds of all cores and shells that it found in its input. */
  List<ParticleType> startParticles() {
    return particles(text.firstTable("Fractional coordinates of asymmetric unit")).stream()
        .map(Particle::type)
        .toList();
  }

  List<Cycle> cycles() {
    return text.linesWith("Cycle:").flatMap(line -> Cycle.read(line).stream()).toList();
  }

  /** Energy in eV at the end (enthalpy under pressure); not a number if it overflowed. */
  Optional<Double> finalEnergy() {
    return text.lastValue("Final energy")
        .or(() -> text.lastValue("Final enthalpy"))
        .map(Listing::number);
  }

  /** The last energy of a single point in eV (enthalpy under pressure). */
  Optional<Double> latticeEnergy() {
    return Stream.concat(
            text.linesWith("Total lattice energy"), text.linesWith("Total lattice enthalpy"))
        .filter(line -> line.endsWith(" eV"))
        .reduce((first, second) -> second)
        .map(line -> Listing.number(line.substring(line.indexOf('=') + 1)));
  }

  /** Norm of the derivatives left at the end, eV. */
  Optional<Double> finalGnorm() {
    return text.lastValue("Final Gnorm").map(Listing::number);
  }

  /** Where all particles are at the end; empty if that is not printed or no cell. */
  Optional<Geometry> end() {
    List<Particle> particles = particles(text.lastTable("Final fractional coordinates of atoms"));
    return particles.isEmpty()
        ? Optional.empty()
        : lattice(text.below("Final Cartesian lattice vectors", 3))
            .or(() -> lattice(text.below("  Cartesian lattice vectors", 3)))
            .map(lattice -> new Geometry(lattice, particles));
  }

  private static List<Particle> particles(List<String> rows) {
    List<Particle> particles = new ArrayList<>();
    for (String row : rows) {
      Matcher matcher = PARTICLE.matcher(row);
      if (matcher.matches()) {
        Vector3 position =
            new Vector3(
                Listing.number(matcher.group(3)),
                Listing.number(matcher.group(4)),
                Listing.number(matcher.group(5)));
        particles.add(Particle.of(matcher.group(1), matcher.group(2), position));
      }
    }
    return particles;
  }

  private static Optional<Lattice> lattice(List<String> lines) {
    List<Vector3> rows = lines.stream().flatMap(GulpOutput::vector).toList();
    if (rows.size() < 3) {
      return Optional.empty();
    }
    double volume = rows.get(0).dot(rows.get(1).cross(rows.get(2)));
    return Math.abs(volume) > NO_VOLUME
        ? Optional.of(new Lattice(rows.get(0), rows.get(1), rows.get(2)))
        : Optional.empty();
  }

  private static Stream<Vector3> vector(String row) {
    String[] words = row.strip().split("\\s+");
    return words.length == 3
        ? Stream.of(
            new Vector3(
                Listing.number(words[0]), Listing.number(words[1]), Listing.number(words[2])))
        : Stream.empty();
  }
}
