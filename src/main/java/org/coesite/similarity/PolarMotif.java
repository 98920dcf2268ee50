package org.coesite.similarity;

/**
 * Order parameter of a motif with a pole: other neighbours stand at given angles from it, evenly
 * spaced around it, and possibly one at the south pole.
 *
 * <p>For each choice of pole and meridian it is the mean of one Gaussian in the polar angle per
 * neighbour, times cos²(fold · azimuth) for those off the meridian.
 *
 * @param targets allowed polar angles as fractions of 180 degrees; the nearest one counts
 * @param inverseWidth inverse width of the Gaussian about them
 * @param fold half the number of neighbours around the pole
 * @param southFrom polar angle in radians from which a neighbour is at the south pole
 * @param southInverseWidth inverse width of the Gaussian about the south pole
 * @param largestAzimuth neighbours farther than this from the meridian are left out, radians
 */
record PolarMotif(
    double[] targets,
    double inverseWidth,
    double fold,
    double southFrom,
    double southInverseWidth,
    double largestAzimuth)
    implements OrderParameter {

  /** A motif without south pole. */
  static PolarMotif cone(double inverseWidth, double fold, double... targets) {
    return new PolarMotif(targets, inverseWidth, fold, Double.POSITIVE_INFINITY, 0, Math.PI);
  }

  /** A motif with neighbours on the equator and one at the south pole. */
  static PolarMotif bipyramid(double inverseWidth, double fold, double southInverseWidth) {
    double[] equator = {0.5};
    return new PolarMotif(equator, inverseWidth, fold, 0.75 * Math.PI, southInverseWidth, Math.PI);
  }

  @Override
  public double of(PolarAngles angles) {
    return OrderParameter.best(angles, (pole, meridian) -> mean(angles, pole, meridian));
  }

  private double mean(PolarAngles angles, int pole, int meridian) {
    double sum = 0;
    int terms = 0;
    boolean meridianIsSouth = angles.polar(pole, meridian) >= southFrom;
    if (!meridianIsSouth) {
      sum += ring(angles.polar(pole, meridian));
      terms++;
    }
    if (angles.onAxis(pole, meridian)) {
      return terms == 0 ? 0 : sum;
    }
    for (int other = 0; other < angles.size(); other++) {
      if (other == pole || other == meridian) {
        continue;
      }
      double theta = angles.polar(pole, other);
      if (theta >= southFrom) {
        sum += OrderParameter.gaussian(theta, 1, southInverseWidth);
        terms++;
      } else if (!meridianIsSouth && !angles.onAxis(pole, other)) {
        double azimuth = angles.azimuth(pole, meridian, other);
        if (azimuth <= largestAzimuth) {
          double cosine = Math.cos(fold * azimuth);
          sum += ring(theta) * cosine * cosine;
          terms++;
        }
      }
    }
    return terms == 0 ? 0 : sum / terms;
  }

  private double ring(double theta) {
    double best = 0;
    for (double target : targets) {
      best = Math.max(best, OrderParameter.gaussian(theta, target, inverseWidth));
    }
    return best;
  }
}
