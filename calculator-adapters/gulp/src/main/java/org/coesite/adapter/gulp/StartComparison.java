package org.coesite.adapter.gulp;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** Whether GULP began with the cell and the atoms that it was given, as it repeats them. */
final class StartComparison {

  /** Printed with 6 decimals, fractions of an edge. */
  private static final double FRACTION = 2e-6;

  /** Lattice vectors are printed with 6 decimals, Å. */
  private static final double LENGTH = 5e-6;

  /** What comes of those decimals in a flat cell, degrees. */
  private static final double ANGLE = 1e-3;

  private final Structure given;

  StartComparison(Structure given) {
    this.given = given;
  }

  /**
   * The first difference, in words; empty if there is none.
   *
   * @param taken cell and cores as GULP repeats them
   */
  Optional<String> difference(Structure taken) {
    return cell(taken.lattice()).or(() -> atoms(taken.sites()));
  }

  private Optional<String> cell(Lattice taken) {
    Lattice asked = given.lattice();
    return apart(taken.lengths(), asked.lengths()) <= LENGTH
            && apart(taken.angles(), asked.angles()) <= ANGLE
        ? Optional.empty()
        : Optional.of("it began with the cell %s, given %s".formatted(words(taken), words(asked)));
  }

  private static double apart(double[] one, double[] other) {
    double most = 0;
    for (int i = 0; i < one.length; i++) {
      most = Math.max(most, Math.abs(one[i] - other[i]));
    }
    return most;
  }

  private static String words(Lattice lattice) {
    double[] l = lattice.lengths();
    double[] t = lattice.angles();
    return String.format(
        Locale.ROOT, "%.5f %.5f %.5f Å %.3f %.3f %.3f°", l[0], l[1], l[2], t[0], t[1], t[2]);
  }

  private Optional<String> atoms(List<Site> taken) {
    for (int i = 0; i < taken.size(); i++) {
      Vector3 began = taken.get(i).fractional();
      Vector3 asked = given.sites().get(i).fractional();
      Vector3 apart = began.minus(asked);
      double most = Math.max(wrapped(apart.x()), Math.max(wrapped(apart.y()), wrapped(apart.z())));
      if (!(most <= FRACTION)) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "it began with %s %d at %.6f %.6f %.6f, given %.6f %.6f %.6f",
                taken.get(i).element(),
                i + 1,
                began.x(),
                began.y(),
                began.z(),
                asked.x(),
                asked.y(),
                asked.z()));
      }
    }
    return Optional.empty();
  }

  private static double wrapped(double difference) {
    return Math.abs(difference - Math.rint(difference));
  }
}
