package org.coesite.calculator.embedded;

import java.util.Locale;
import java.util.Optional;
import org.coesite.calculator.FailureReason;
import org.coesite.crystal.Lattice;

/** Bounds that a crystal must keep while it is relaxed: outside them a potential means nothing. */
final class CrystalBounds {

  /** Largest distance of a shell from its core, Å; as in GULP. */
  static final double SHELL_DISTANCE = 0.8;

  /** Smallest volume per atom, Å³; diamond under 10 Mbar has 2.6. */
  static final double SMALLEST_VOLUME = 2.0;

  /** Largest volume per atom, Å³; the most open zeolites have 30. */
  static final double LARGEST_VOLUME = 150;

  /** Smallest distance between lattice planes in a compact cell, Å. */
  static final double SMALLEST_SPACING = 0.8;

  /** Shortest distance as a share of the sum of the covalent radii. */
  static final double SHORTEST_DISTANCE = 0.5;

  private CrystalBounds() {}

  /** The bound that cell or shells at a point break, if any. */
  static Optional<Violation> ofCellAndShells(CrystalSurface surface, double[] x) {
    for (int shell = surface.forceField().atoms();
        shell < surface.forceField().particles();
        shell++) {
      double distance = surface.shellOffset(x, shell).length();
      if (!(distance <= SHELL_DISTANCE)) {
        String atom = surface.atomName(surface.forceField().coreOf(shell));
        return violation(
            FailureReason.SHELL_LOST,
            "shell of %s is %.2f Å away from its core, limit %.2f Å",
            atom,
            distance,
            SHELL_DISTANCE);
      }
    }
    double volume = surface.volume(x) / surface.forceField().atoms();
    if (!(volume >= SMALLEST_VOLUME)) {
      return violation(
          FailureReason.COLLAPSED,
          "volume %.2f Å³ per atom is below %.2f Å³",
          volume,
          SMALLEST_VOLUME);
    }
    if (volume > LARGEST_VOLUME) {
      return violation(
          FailureReason.EXPLODED,
          "volume %.1f Å³ per atom is above %.1f Å³",
          volume,
          LARGEST_VOLUME);
    }
    return Optional.empty();
  }

  /** The bound that the shape of a cell breaks, if any. */
  static Optional<Violation> ofShape(Lattice lattice) {
    for (double spacing : lattice.compact().planeSpacings()) {
      if (spacing < SMALLEST_SPACING) {
        return violation(
            FailureReason.BAD_CELL,
            "lattice planes %.2f Å apart, limit %.2f Å",
            spacing,
            SMALLEST_SPACING);
      }
    }
    return Optional.empty();
  }

  /** The first pair of atoms, by their shells if they have any, that is closer than its bound. */
  static Optional<Violation> ofDistances(CrystalSurface surface, double[] x, double[] fractional) {
    double[] lattice = surface.rows(x);
    double[] d = new double[3];
    double[] image = new double[3];
    for (int i = 0; i < surface.forceField().atoms(); i++) {
      for (int j = 0; j < i; j++) {
        int from = 3 * surface.carrier(i);
        int to = 3 * surface.carrier(j);
        for (int axis = 0; axis < 3; axis++) {
          double difference = fractional[to + axis] - fractional[from + axis];
          d[axis] = difference - Math.rint(difference);
        }
        Matrix3.rowsTimes(d, 0, lattice, image, 0);
        double squared = image[0] * image[0] + image[1] * image[1] + image[2] * image[2];
        double limit =
            SHORTEST_DISTANCE
                * (surface.element(i).covalentRadius() + surface.element(j).covalentRadius());
        if (!(squared >= limit * limit)) {
          return violation(
              FailureReason.COLLAPSED,
              "%s and %s are %.3f Å apart, limit %.3f Å",
              surface.atomName(j),
              surface.atomName(i),
              Math.sqrt(squared),
              limit);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Violation> violation(
      FailureReason reason, String message, Object... values) {
    return Optional.of(new Violation(reason, String.format(Locale.ROOT, message, values)));
  }
}
