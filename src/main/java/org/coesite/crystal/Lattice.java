package org.coesite.crystal;

import java.util.Locale;

/**
 * Three lattice vectors in Å, the rows a, b and c of a 3×3 matrix.
 *
 * @param a first lattice vector, Cartesian, Å
 * @param b second lattice vector, Cartesian, Å
 * @param c third lattice vector, Cartesian, Å
 */
public record Lattice(Vector3 a, Vector3 b, Vector3 c) {

  /** Refuses vectors that are not finite or that span no volume. */
  public Lattice {
    double volume = a.dot(b.cross(c));
    if (!Double.isFinite(volume) || Math.abs(volume) < 1e-9) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "lattice vectors span a volume of %.3g Å³", volume));
    }
  }

  /**
   * Lattice from lengths in Å and angles in degrees, with a along x and b in the xy plane.
   *
   * @throws IllegalArgumentException where a length is not positive or the angles close no cell
   */
  public static Lattice fromParameters(
      double a, double b, double c, double alpha, double beta, double gamma) {
    if (!(a > 0 && b > 0 && c > 0)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "cell lengths must be positive: %g %g %g Å", a, b, c));
    }
    double cosAlpha = cosine(alpha);
    double cosBeta = cosine(beta);
    double cosGamma = cosine(gamma);
    double sinGamma = Math.sin(Math.toRadians(gamma));
    double y = (cosAlpha - cosBeta * cosGamma) / sinGamma;
    double zSquared = 1 - cosBeta * cosBeta - y * y;
    if (!(sinGamma > 1e-9 && zSquared > 1e-12)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "the angles %g %g %g degrees close no cell", alpha, beta, gamma));
    }
    return new Lattice(
        new Vector3(a, 0, 0),
        new Vector3(b * cosGamma, b * sinGamma, 0),
        new Vector3(c * cosBeta, c * y, c * Math.sqrt(zSquared)));
  }

  /** Lattice from a 3×3 matrix whose rows are the vectors in Å. */
  public static Lattice fromRows(double[][] rows) {
    return new Lattice(row(rows[0]), row(rows[1]), row(rows[2]));
  }

  private static Vector3 row(double[] row) {
    return new Vector3(row[0], row[1], row[2]);
  }

  /** Exact at 60, 90 and 120 degrees, so that standard cells keep their round numbers. */
  private static double cosine(double degrees) {
    if (degrees == 90) {
      return 0;
    }
    if (degrees == 60) {
      return 0.5;
    }
    return degrees == 120 ? -0.5 : Math.cos(Math.toRadians(degrees));
  }

  /** The vectors as rows of a new 3×3 matrix, Å. */
  public double[][] rows() {
    return new double[][] {{a.x(), a.y(), a.z()}, {b.x(), b.y(), b.z()}, {c.x(), c.y(), c.z()}};
  }

  /** Signed volume in Å³, negative for a left-handed set. */
  public double determinant() {
    return a.dot(b.cross(c));
  }

  /** Volume in Å³, positive. */
  public double volume() {
    return Math.abs(determinant());
  }

  /** Lengths of a, b and c in Å. */
  public double[] lengths() {
    return new double[] {a.length(), b.length(), c.length()};
  }

  /** Angles α (b,c), β (a,c) and γ (a,b) in degrees. */
  public double[] angles() {
    return new double[] {angle(b, c), angle(a, c), angle(a, b)};
  }

  private static double angle(Vector3 u, Vector3 v) {
    return Math.toDegrees(Math.atan2(u.cross(v).length(), u.dot(v)));
  }

  /** Distances in Å between neighbouring lattice planes spanned by (b,c), (a,c) and (a,b). */
  public double[] planeSpacings() {
    double volume = volume();
    return new double[] {
      volume / b.cross(c).length(), volume / c.cross(a).length(), volume / a.cross(b).length()
    };
  }

  /** Reciprocal vectors without the factor 2π in Å⁻¹: row i has scalar product δij with row j. */
  public Lattice reciprocal() {
    double inverse = 1 / determinant();
    return new Lattice(
        b.cross(c).times(inverse), c.cross(a).times(inverse), a.cross(b).times(inverse));
  }

  /** Cartesian position in Å of a fractional one. */
  public Vector3 toCartesian(Vector3 fractional) {
    return a.times(fractional.x()).plus(b.times(fractional.y())).plus(c.times(fractional.z()));
  }

  /** Fractional position of a Cartesian one in Å. */
  public Vector3 toFractional(Vector3 cartesian) {
    Lattice reciprocal = reciprocal();
    return new Vector3(
        reciprocal.a.dot(cartesian), reciprocal.b.dot(cartesian), reciprocal.c.dot(cartesian));
  }

  /** The same shape scaled to a volume in Å³. */
  public Lattice scaledTo(double volume) {
    double factor = Math.cbrt(volume / volume());
    return new Lattice(a.times(factor), b.times(factor), c.times(factor));
  }

  /** The same lengths and angles with a along x and b in the xy plane; right-handed. */
  public Lattice inStandardOrientation() {
    double[] l = lengths();
    double[] t = angles();
    return fromParameters(l[0], l[1], l[2], t[0], t[1], t[2]);
  }

  /** The same lattice described by its shortest vectors, oriented in space as before. */
  public Lattice compact() {
    return CompactBasis.of(this);
  }

  /** New vectors as integer combinations of the old: row i of the result is Σj m[i][j]·old[j]. */
  public Lattice transformed(int[][] m) {
    return new Lattice(combine(m[0]), combine(m[1]), combine(m[2]));
  }

  private Vector3 combine(int[] row) {
    return a.times(row[0]).plus(b.times(row[1])).plus(c.times(row[2]));
  }
}
