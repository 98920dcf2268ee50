package org.coesite.similarity;

import java.util.List;
import org.coesite.crystal.Vector3;

/**
 * The directions to the neighbours of a site in spherical coordinates, in radians, with any of them
 * as north pole and any other as prime meridian.
 */
final class PolarAngles {

  /** Length of a projection of a unit vector below which it has no azimuth. */
  private static final double ON_AXIS = 1e-12;

  private final double[][] polar;
  private final Vector3[][] meridians;

  /** Takes unit vectors. */
  PolarAngles(List<Vector3> directions) {
    int n = directions.size();
    polar = new double[n][n];
    meridians = new Vector3[n][n];
    for (int pole = 0; pole < n; pole++) {
      Vector3 axis = directions.get(pole);
      for (int other = 0; other < n; other++) {
        Vector3 direction = directions.get(other);
        double cosine = axis.dot(direction);
        polar[pole][other] = Math.acos(Math.max(-1, Math.min(1, cosine)));
        Vector3 projection = direction.minus(axis.times(cosine));
        double length = projection.length();
        meridians[pole][other] = length < ON_AXIS ? Vector3.ZERO : projection.times(1 / length);
      }
    }
  }

  /** Number of directions. */
  int size() {
    return polar.length;
  }

  /** Angle between pole and another direction, 0 to π. */
  double polar(int pole, int other) {
    return polar[pole][other];
  }

  /** Whether a direction lies along the axis of the pole, so that its azimuth is undefined. */
  boolean onAxis(int pole, int other) {
    return meridians[pole][other].equals(Vector3.ZERO);
  }

  /** Angle about the pole between the meridian and another direction, 0 to π. */
  double azimuth(int pole, int meridian, int other) {
    double cosine = meridians[pole][meridian].dot(meridians[pole][other]);
    return Math.acos(Math.max(-1, Math.min(1, cosine)));
  }
}
