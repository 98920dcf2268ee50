package org.coesite.similarity;

/**
 * Order parameter of a cuboctahedron: from each of its corners four neighbours stand at 60, two at
 * 90, four at 120 degrees, and one opposite.
 */
final class Cuboctahedron implements OrderParameter {

  private static final double SOUTH = Math.toRadians(160);
  private static final double NORTHERN = Math.toRadians(75);
  private static final double SOUTHERN = Math.toRadians(105);
  private static final double SOUTH_INVERSE_WIDTH = 28.75;
  private static final double EQUATOR_INVERSE_WIDTH = 25.5;
  private static final double RING_INVERSE_WIDTH = 31.25;
  private static final double AZIMUTH_FACTOR = 0.0556;

  @Override
  public double of(PolarAngles angles) {
    return OrderParameter.best(angles, (pole, meridian) -> mean(angles, pole, meridian));
  }

  private static double mean(PolarAngles angles, int pole, int meridian) {
    double reference = angles.polar(pole, meridian);
    if (reference >= SOUTH) {
      return OrderParameter.gaussian(reference, 1, SOUTH_INVERSE_WIDTH);
    }
    if (!isOnEquator(reference)) {
      return 0;
    }
    double sum = 0;
    int terms = 0;
    for (int other = 0; other < angles.size(); other++) {
      double theta = angles.polar(pole, other);
      boolean counts = other != pole && other != meridian && !angles.onAxis(pole, other);
      if (counts && theta < SOUTH) {
        double azimuth = angles.azimuth(pole, meridian, other);
        sum += isOnEquator(theta) ? equator(theta, azimuth) : ring(theta, azimuth);
        terms++;
      }
    }
    return terms == 0 ? 0 : sum / terms;
  }

  private static boolean isOnEquator(double theta) {
    return theta > NORTHERN && theta < SOUTHERN;
  }

  private static double equator(double theta, double azimuth) {
    double cosine = Math.cos(azimuth);
    return cosine * cosine * OrderParameter.gaussian(theta, 0.5, EQUATOR_INVERSE_WIDTH);
  }

  /** Off the equator, with √(2/3) for the sine of the azimuth in the perfect body. */
  private static double ring(double theta, double azimuth) {
    double x = AZIMUTH_FACTOR * (Math.sin(azimuth) - Math.sqrt(2.0 / 3));
    double target = theta <= NORTHERN ? 1.0 / 3 : 2.0 / 3;
    return Math.exp(-x * x / 2) * OrderParameter.gaussian(theta, target, RING_INVERSE_WIDTH);
  }
}
