package org.coesite.calculator.embedded;

/** 3×3 matrices as nine numbers, row by row. */
final class Matrix3 {

  private Matrix3() {}

  static double[] multiply(double[] a, double[] b) {
    double[] product = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        product[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
      }
    }
    return product;
  }

  static double determinant(double[] a) {
    return a[0] * (a[4] * a[8] - a[5] * a[7])
        - a[1] * (a[3] * a[8] - a[5] * a[6])
        + a[2] * (a[3] * a[7] - a[4] * a[6]);
  }

  static double[] inverse(double[] a) {
    double d = 1 / determinant(a);
    return new double[] {
      d * (a[4] * a[8] - a[5] * a[7]),
      d * (a[2] * a[7] - a[1] * a[8]),
      d * (a[1] * a[5] - a[2] * a[4]),
      d * (a[5] * a[6] - a[3] * a[8]),
      d * (a[0] * a[8] - a[2] * a[6]),
      d * (a[2] * a[3] - a[0] * a[5]),
      d * (a[3] * a[7] - a[4] * a[6]),
      d * (a[1] * a[6] - a[0] * a[7]),
      d * (a[0] * a[4] - a[1] * a[3])
    };
  }

  /** Row vectors times a matrix: each consecutive three numbers from the offset on. */
  static void rowsTimes(double[] rows, int from, double[] matrix, double[] result, int to) {
    for (int i = from, j = to; i < rows.length; i += 3, j += 3) {
      double x = rows[i];
      double y = rows[i + 1];
      double z = rows[i + 2];
      result[j] = x * matrix[0] + y * matrix[3] + z * matrix[6];
      result[j + 1] = x * matrix[1] + y * matrix[4] + z * matrix[7];
      result[j + 2] = x * matrix[2] + y * matrix[5] + z * matrix[8];
    }
  }
}
