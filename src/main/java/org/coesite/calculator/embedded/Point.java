package org.coesite.calculator.embedded;

/**
 * A place on a surface. The arrays belong to the point and must not be changed.
 *
 * @param x the variables
 * @param value value there, eV
 * @param gradient derivatives of the value by the variables
 * @param strain derivatives of the value by strain, 3×3, eV; empty where there is no crystal
 */
record Point(double[] x, double value, double[] gradient, double[] strain) {

  boolean isFinite() {
    return Double.isFinite(value);
  }
}
