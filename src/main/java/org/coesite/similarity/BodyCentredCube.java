package org.coesite.similarity;

/**
 * Order parameter of a body-centred cube: eight neighbours, each with one opposite and with two
 * rings of three between.
 *
 * <p>The mean over pairs of neighbours, each pair once, with the one listed first as pole; after
 * Peters, J. Chem. Phys. 131, 244103 (2009), doi 10.1063/1.3271024.
 */
final class BodyCentredCube implements OrderParameter {

  private static final double SOUTH = 2.5261129449194057;
  private static final double SOUTH_INVERSE_WIDTH = 15;
  private static final double SOUTH_WEIGHT = 6;

  /** Latitude of the two rings, radians. */
  private static final double LATITUDE = Math.asin(1.0 / 3);

  @Override
  public double of(PolarAngles angles) {
    int n = angles.size();
    double sum = 0;
    for (int pole = 0; pole < n; pole++) {
      for (int meridian = pole + 1; meridian < n; meridian++) {
        double theta = angles.polar(pole, meridian);
        if (theta >= SOUTH) {
          sum += SOUTH_WEIGHT * OrderParameter.gaussian(theta, 1, SOUTH_INVERSE_WIDTH);
        } else if (!angles.onAxis(pole, meridian)) {
          sum += rings(angles, pole, meridian);
        }
      }
    }
    return sum / (0.5 * n * (SOUTH_WEIGHT + (n - 2) * (n - 3)));
  }

  /** The other ring is turned by 60 degrees: cos 3φ changes its sign with the latitude. */
  private static double rings(PolarAngles angles, int pole, int meridian) {
    double side = angles.polar(pole, meridian) > Math.PI / 2 ? 1 : -1;
    double sum = 0;
    for (int other = 0; other < angles.size(); other++) {
      if (other != pole && other != meridian && !angles.onAxis(pole, other)) {
        double x = (angles.polar(pole, other) - Math.PI / 2) / LATITUDE;
        double azimuth = angles.azimuth(pole, meridian, other);
        sum += side * Math.cos(3 * azimuth) * x * Math.exp((1 - x * x) / 2);
      }
    }
    return sum;
  }
}
