package org.coesite.similarity;

/**
 * How much the neighbours of a site resemble a motif: 1 for the perfect one, near 0 for none.
 *
 * <p>Source of all of them: Zimmermann and Jain, RSC Adv. 10, 6063 (2020), doi 10.1039/C9RA07755C.
 * Their Gaussians act on angles as fractions of 180 degrees.
 */
@FunctionalInterface
interface OrderParameter {

  /** The value for these directions, a number of them that suits the motif. */
  double of(PolarAngles angles);

  /** exp(−½ (w (θ/π − t))²) of an angle θ in radians, a target t and an inverse width w. */
  static double gaussian(double theta, double target, double inverseWidth) {
    double x = inverseWidth * (theta / Math.PI - target);
    return Math.exp(-x * x / 2);
  }

  /** The best over all choices of a pole and, among the other directions, of a meridian. */
  static double best(PolarAngles angles, PoleAndMeridian value) {
    double best = 0;
    for (int pole = 0; pole < angles.size(); pole++) {
      for (int meridian = 0; meridian < angles.size(); meridian++) {
        if (meridian != pole) {
          best = Math.max(best, value.of(pole, meridian));
        }
      }
    }
    return best;
  }

  /** A value for one choice of pole and meridian. */
  @FunctionalInterface
  interface PoleAndMeridian {
    double of(int pole, int meridian);
  }
}
