package org.coesite.adapter.gulp;

import java.util.Locale;
import java.util.Optional;
import org.coesite.crystal.Element;
import org.coesite.crystal.PeriodicDistances;
import org.coesite.crystal.Structure;
import org.coesite.forcefield.Potential;

/** Atoms closer to each other than they are in any crystal: a relaxation that fell in. */
final class ShortDistances {

  /**
   * Bounds as shares of the sum of the covalent radii: for Si-O 1.30 Å, for two anions, which repel
   * each other, 1.60 Å for O-O.
   */
  private static final double USUAL = 0.735;

  private static final double BETWEEN_ANIONS = 1.21;

  private ShortDistances() {}

  /** The first pair below its bound, with distance and bound in Å. */
  static Optional<String> in(Structure structure, Potential potential) {
    PeriodicDistances distances = PeriodicDistances.of(structure);
    for (int i = 0; i < structure.size(); i++) {
      for (int j = 0; j <= i; j++) {
        Element one = structure.sites().get(j).element();
        Element other = structure.sites().get(i).element();
        double limit = limit(potential, one, other);
        if (!(distances.minimum(i, j) >= limit)) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "%s %d and %s %d are %.3f Å apart, limit %.3f Å",
                  one,
                  j + 1,
                  other,
                  i + 1,
                  distances.minimum(i, j),
                  limit));
        }
      }
    }
    return Optional.empty();
  }

  private static double limit(Potential potential, Element one, Element other) {
    boolean anions = potential.chargeOf(one) < 0 && potential.chargeOf(other) < 0;
    return (anions ? BETWEEN_ANIONS : USUAL) * (one.covalentRadius() + other.covalentRadius());
  }
}
