package org.coesite.crystal;

import java.util.function.Consumer;

/**
 * All periodic images of a displacement within a distance in Å.
 *
 * <p>An image reaches at least as far as its fractional coordinate times the plane spacing, along
 * each vector; this bounds the images whatever the shape of the cell. The vectors are made compact
 * first, so that a flat or skewed cell costs no more than a square one.
 */
public final class PeriodicImages {

  private final Lattice lattice;
  private final Lattice reciprocal;
  private final double[] spacings;

  /** The images that a lattice makes. */
  public PeriodicImages(Lattice lattice) {
    this.lattice = CompactBasis.of(lattice);
    this.reciprocal = this.lattice.reciprocal();
    this.spacings = this.lattice.planeSpacings();
  }

  /** Hands over each Cartesian image of the Cartesian displacement that is no longer than this. */
  void within(Vector3 displacement, double distance, Consumer<Vector3> images) {
    Vector3 f = fractional(displacement);
    double limit = distance * distance;
    for (int i = first(f.x(), 0, distance); i <= last(f.x(), 0, distance); i++) {
      Vector3 alongA = displacement.plus(lattice.a().times(i));
      for (int j = first(f.y(), 1, distance); j <= last(f.y(), 1, distance); j++) {
        Vector3 alongAB = alongA.plus(lattice.b().times(j));
        for (int k = first(f.z(), 2, distance); k <= last(f.z(), 2, distance); k++) {
          Vector3 image = alongAB.plus(lattice.c().times(k));
          if (image.dot(image) <= limit) {
            images.accept(image);
          }
        }
      }
    }
  }

  /** The image of the Cartesian displacement that lies in the compact cell around the origin. */
  Vector3 near(Vector3 displacement) {
    Vector3 f = fractional(displacement);
    return displacement.minus(
        lattice.toCartesian(new Vector3(Math.rint(f.x()), Math.rint(f.y()), Math.rint(f.z()))));
  }

  /** Length in Å of the shortest image of the Cartesian displacement. */
  public double shortest(Vector3 displacement) {
    Vector3 near = near(displacement);
    double[] shortest = {near.length()};
    within(near, near.length(), v -> shortest[0] = Math.min(shortest[0], v.length()));
    return shortest[0];
  }

  /** The same if it is no longer than a limit in Å; infinite if it is. */
  public double shortest(Vector3 displacement, double limit) {
    double[] shortest = {Double.POSITIVE_INFINITY};
    within(near(displacement), limit, v -> shortest[0] = Math.min(shortest[0], v.length()));
    return shortest[0];
  }

  /** The shortest lattice vector that is not zero, in Å. */
  public double shortestTranslation() {
    return Math.min(lattice.a().length(), Math.min(lattice.b().length(), lattice.c().length()));
  }

  private Vector3 fractional(Vector3 v) {
    return new Vector3(reciprocal.a().dot(v), reciprocal.b().dot(v), reciprocal.c().dot(v));
  }

  /** The slack keeps images that rounding would put just outside. */
  private int first(double fraction, int axis, double distance) {
    return (int) Math.ceil(-distance / spacings[axis] - fraction - 1e-9);
  }

  private int last(double fraction, int axis, double distance) {
    return (int) Math.floor(distance / spacings[axis] - fraction + 1e-9);
  }
}
