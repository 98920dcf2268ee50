package org.coesite.calculator.embedded;

/** Sums and products of long vectors. */
final class Vectors {

  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** Adds a multiple of one vector to another in place: target += factor · direction. */
  static void add(double[] target, double factor, double[] direction) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * direction[i];
    }
  }

  /** A new vector: origin + factor · direction. */
  static double[] along(double[] origin, double factor, double[] direction) {
    double[] point = origin.clone();
    add(point, factor, direction);
    return point;
  }

  static double[] minus(double[] a, double[] b) {
    return along(a, -1, b);
  }

  static void scale(double[] a, double factor) {
    for (int i = 0; i < a.length; i++) {
      a[i] *= factor;
    }
  }
}
