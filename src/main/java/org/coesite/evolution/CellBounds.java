package org.coesite.evolution;

import java.util.Locale;
import java.util.Optional;
import org.coesite.crystal.Lattice;

/**
 * What a cell may look like.
 *
 * @param minimumLength shortest allowed lattice vector, Å
 * @param maximumLength longest allowed lattice vector, Å
 * @param minimumAngle smallest allowed angle between lattice vectors, degrees
 * @param maximumAngle largest allowed angle between lattice vectors, degrees
 * @param minimumVolumePerAtom smallest allowed volume per atom, Å³
 * @param maximumVolumePerAtom largest allowed volume per atom, Å³
 */
public record CellBounds(
    double minimumLength,
    double maximumLength,
    double minimumAngle,
    double maximumAngle,
    double minimumVolumePerAtom,
    double maximumVolumePerAtom) {

  private static final String[] LENGTHS = {"a", "b", "c"};
  private static final String[] ANGLES = {"alpha", "beta", "gamma"};

  /** The first bound that a cell with this many atoms breaks, with the number and the limit. */
  public Optional<String> violation(Lattice lattice, int atoms) {
    Optional<String> broken =
        outside(
            "volume",
            lattice.volume() / atoms,
            minimumVolumePerAtom,
            maximumVolumePerAtom,
            " Å³/atom");
    for (int i = 0; i < 3 && broken.isEmpty(); i++) {
      broken = outside(LENGTHS[i], lattice.lengths()[i], minimumLength, maximumLength, " Å");
    }
    for (int i = 0; i < 3 && broken.isEmpty(); i++) {
      broken = outside(ANGLES[i], lattice.angles()[i], minimumAngle, maximumAngle, "°");
    }
    return broken;
  }

  private static Optional<String> outside(
      String name, double value, double minimum, double maximum, String unit) {
    if (value < minimum) {
      return Optional.of(
          String.format(
              Locale.ROOT, "%s %.3f%s is below %.3f%s", name, value, unit, minimum, unit));
    }
    if (value > maximum) {
      return Optional.of(
          String.format(
              Locale.ROOT, "%s %.3f%s is above %.3f%s", name, value, unit, maximum, unit));
    }
    return Optional.empty();
  }
}
