package org.coesite.crystal;

import java.util.Locale;

/**
 * An affine map of fractional coordinates, written as a coordinate triplet such as {@code
 * -y,x-y,z+1/3}.
 *
 * @param x coefficients of the new x
 * @param y coefficients of the new y
 * @param z coefficients of the new z
 * @param translation constant terms
 */
public record SymmetryOperation(Vector3 x, Vector3 y, Vector3 z, Vector3 translation) {

  /** Leaves every point where it is. */
  public static final SymmetryOperation IDENTITY =
      new SymmetryOperation(
          new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1), Vector3.ZERO);

  /**
   * Reads a coordinate triplet as the International Tables and CIF write it; case and blanks do not
   * matter.
   *
   * @throws IllegalArgumentException naming the triplet and the part that cannot be read
   */
  public static SymmetryOperation parse(String triplet) {
    return TripletParser.parse(triplet);
  }

  /** The image of a point in fractional coordinates, not wrapped into the cell. */
  public Vector3 apply(Vector3 fractional) {
    return new Vector3(x.dot(fractional), y.dot(fractional), z.dot(fractional)).plus(translation);
  }

  /** This map after another one. */
  public SymmetryOperation after(SymmetryOperation first) {
    return new SymmetryOperation(
        first.transposed(x), first.transposed(y), first.transposed(z), apply(first.translation));
  }

  private Vector3 transposed(Vector3 row) {
    return x.times(row.x()).plus(y.times(row.y())).plus(z.times(row.z()));
  }

  /** The same operation with its constant terms brought into [0, 1). */
  public SymmetryOperation wrapped() {
    return new SymmetryOperation(x, y, z, translation.wrapped());
  }

  /** The coordinate triplet; constant terms as fractions where the denominator is 24 or less. */
  public String triplet() {
    return "%s,%s,%s"
        .formatted(term(x, translation.x()), term(y, translation.y()), term(z, translation.z()));
  }

  private static String term(Vector3 row, double constant) {
    String text =
        coefficient(row.x(), "x")
            + coefficient(row.y(), "y")
            + coefficient(row.z(), "z")
            + constant(constant);
    if (text.isEmpty()) {
      return "0";
    }
    return text.startsWith("+") ? text.substring(1) : text;
  }

  private static String coefficient(double value, String name) {
    if (value == 0) {
      return "";
    }
    String sign = value < 0 ? "-" : "+";
    double size = Math.abs(value);
    return sign + (size == 1 ? "" : String.valueOf((int) size)) + name;
  }

  private static String constant(double value) {
    if (Math.abs(value) < 1e-9) {
      return "";
    }
    String sign = value < 0 ? "-" : "+";
    double size = Math.abs(value);
    for (int denominator = 1; denominator <= 24; denominator++) {
      long numerator = Math.round(size * denominator);
      if (Math.abs(size * denominator - numerator) < 1e-6) {
        return sign + numerator + (denominator == 1 ? "" : "/" + denominator);
      }
    }
    return sign + String.format(Locale.ROOT, "%.9f", size);
  }
}
