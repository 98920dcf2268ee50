package org.coesite.similarity;

import java.util.Locale;
import org.coesite.crystal.Neighbour;

/** Two sites in one place, nearer than 0.1 Å, which no fingerprint can describe. */
final class Coincidence {

  private static final double LIMIT = 0.1;

  private Coincidence() {}

  /**
   * Lets neighbours pass that are far enough apart.
   *
   * @throws IllegalArgumentException naming the sites, counted from 1, and their distance
   */
  static void refuse(Neighbour neighbour) {
    if (neighbour.distance() < LIMIT) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "sites %d and %d are %.3f Å apart, less than %.1f Å",
              neighbour.from() + 1,
              neighbour.to() + 1,
              neighbour.distance(),
              LIMIT));
    }
  }
}
