package org.coesite.evolution;

import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Lattice;
import org.coesite.symmetry.LatticeSystem;

/** Random conventional cells with the lengths and angles that a lattice system leaves free. */
final class ConventionalCell {

  /** The longest vector is at most this many times as long as the shortest. */
  private static final double ELONGATION = 4;

  private static final double SMALLEST_ANGLE = 60;

  private ConventionalCell() {}

  /** A cell of this volume in Å³: logarithms of the lengths and free angles uniform. */
  static Lattice draw(LatticeSystem system, double volume, UniformRandomProvider random) {
    double alpha;
    double beta;
    double gamma;
    do {
      alpha = angle(random);
      beta = angle(random);
      gamma = angle(random);
    } while (!close(alpha, beta, gamma));
    return system
        .lattice(length(random), length(random), length(random), alpha, beta, gamma)
        .scaledTo(volume);
  }

  /** Three angles make a cell if each is less than the sum of the others and all are below 360°. */
  private static boolean close(double alpha, double beta, double gamma) {
    double sum = alpha + beta + gamma;
    double largest = Math.max(alpha, Math.max(beta, gamma));
    return sum < 350 && 2 * largest < sum - 10;
  }

  private static double length(UniformRandomProvider random) {
    return Math.pow(ELONGATION, random.nextDouble());
  }

  private static double angle(UniformRandomProvider random) {
    return SMALLEST_ANGLE + (180 - 2 * SMALLEST_ANGLE) * random.nextDouble();
  }
}
