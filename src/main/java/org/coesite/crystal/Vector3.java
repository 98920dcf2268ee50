package org.coesite.crystal;

/** Three numbers: Cartesian in Å, or fractional without a unit, as the context says. */
public record Vector3(double x, double y, double z) {

  /** The origin. */
  public static final Vector3 ZERO = new Vector3(0, 0, 0);

  /** Sum of this vector and another in the same coordinates. */
  public Vector3 plus(Vector3 other) {
    return new Vector3(x + other.x, y + other.y, z + other.z);
  }

  /** This vector less another in the same coordinates. */
  public Vector3 minus(Vector3 other) {
    return new Vector3(x - other.x, y - other.y, z - other.z);
  }

  /** This vector stretched by a factor. */
  public Vector3 times(double factor) {
    return new Vector3(factor * x, factor * y, factor * z);
  }

  /** Scalar product; of Cartesian vectors in Å². */
  public double dot(Vector3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /** Vector product; of Cartesian vectors in Å². */
  public Vector3 cross(Vector3 other) {
    return new Vector3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  /** Length of a Cartesian vector in Å. */
  public double length() {
    return Math.sqrt(dot(this));
  }

  /** Fractional coordinates brought into [0, 1). */
  public Vector3 wrapped() {
    return new Vector3(wrap(x), wrap(y), wrap(z));
  }

  private static double wrap(double value) {
    double fraction = value - Math.floor(value);
    return fraction >= 1.0 ? 0.0 : fraction;
  }
}
