package org.coesite.symmetry;

import org.coesite.crystal.Lattice;
import org.coesite.crystal.Vector3;

/**
 * The six numbers A = a·a, B = b·b, C = c·c, ξ = 2b·c, η = 2a·c, ζ = 2a·b in Å² on their way to
 * Niggli's conditions, with the transformation so far.
 *
 * <p>The numbers are computed anew from the vectors after each step, so that rounding does not
 * grow.
 */
final class NiggliForm {

  private final Lattice given;
  private final double tolerance;
  private int[][] matrix = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
  private double a;
  private double b;
  private double c;
  private double xi;
  private double eta;
  private double zeta;

  /** Starts from a lattice; lengths that differ by less than the tolerance in Å are equal. */
  NiggliForm(Lattice lattice, double lengthTolerance) {
    given = lattice;
    tolerance = lengthTolerance * Math.cbrt(lattice.volume());
    measure();
  }

  /** The vectors as they are now. */
  Lattice lattice() {
    return given.transformed(matrix);
  }

  /** The present vectors as whole-number combinations of the given ones. */
  int[][] transformation() {
    return matrix;
  }

  /** Makes the vectors smaller or brings them in order; false if nothing is left to do. */
  boolean advance() {
    if (swapAB() || swapBC()) {
      return true;
    }
    normaliseSigns();
    return shortenCByB() || shortenCByA() || shortenBByA() || shortenCBySum();
  }

  /** Step 1. */
  private boolean swapAB() {
    return (less(b, a) || equal(a, b) && less(Math.abs(eta), Math.abs(xi)))
        && apply(new int[][] {{0, -1, 0}, {-1, 0, 0}, {0, 0, -1}});
  }

  /** Step 2. */
  private boolean swapBC() {
    return (less(c, b) || equal(b, c) && less(Math.abs(zeta), Math.abs(eta)))
        && apply(new int[][] {{-1, 0, 0}, {0, 0, -1}, {0, -1, 0}});
  }

  /** Steps 3 and 4: the cosines all positive, or none. */
  private void normaliseSigns() {
    int i = sign(xi);
    int j = sign(eta);
    int k = sign(zeta);
    if (i * j * k > 0) {
      apply(new int[][] {{i, 0, 0}, {0, j, 0}, {0, 0, k}});
      return;
    }
    int[] flip = {i > 0 ? -1 : 1, j > 0 ? -1 : 1, k > 0 ? -1 : 1};
    if (flip[0] * flip[1] * flip[2] < 0) {
      // A right angle may be flipped without harm; it makes the determinant positive.
      int free = k == 0 ? 2 : j == 0 ? 1 : 0;
      flip[free] = -flip[free];
    }
    apply(new int[][] {{flip[0], 0, 0}, {0, flip[1], 0}, {0, 0, flip[2]}});
  }

  /** Step 5. */
  private boolean shortenCByB() {
    if (less(b, Math.abs(xi))
        || equal(xi, b) && less(2 * eta, zeta)
        || equal(xi, -b) && less(zeta, 0)) {
      return apply(new int[][] {{1, 0, 0}, {0, 1, 0}, {0, xi > 0 ? -1 : 1, 1}});
    }
    return false;
  }

  /** Step 6. */
  private boolean shortenCByA() {
    if (less(a, Math.abs(eta))
        || equal(eta, a) && less(2 * xi, zeta)
        || equal(eta, -a) && less(zeta, 0)) {
      return apply(new int[][] {{1, 0, 0}, {0, 1, 0}, {eta > 0 ? -1 : 1, 0, 1}});
    }
    return false;
  }

  /** Step 7. */
  private boolean shortenBByA() {
    if (less(a, Math.abs(zeta))
        || equal(zeta, a) && less(2 * xi, eta)
        || equal(zeta, -a) && less(eta, 0)) {
      return apply(new int[][] {{1, 0, 0}, {zeta > 0 ? -1 : 1, 1, 0}, {0, 0, 1}});
    }
    return false;
  }

  /** Step 8. */
  private boolean shortenCBySum() {
    double sum = xi + eta + zeta + a + b;
    if (less(sum, 0) || equal(sum, 0) && less(0, 2 * (a + eta) + zeta)) {
      return apply(new int[][] {{1, 0, 0}, {0, 1, 0}, {1, 1, 1}});
    }
    return false;
  }

  private boolean apply(int[][] step) {
    int[][] product = new int[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        product[i][j] =
            step[i][0] * matrix[0][j] + step[i][1] * matrix[1][j] + step[i][2] * matrix[2][j];
      }
    }
    matrix = product;
    measure();
    return true;
  }

  private void measure() {
    Lattice lattice = lattice();
    Vector3 u = lattice.a();
    Vector3 v = lattice.b();
    Vector3 w = lattice.c();
    a = u.dot(u);
    b = v.dot(v);
    c = w.dot(w);
    xi = 2 * v.dot(w);
    eta = 2 * u.dot(w);
    zeta = 2 * u.dot(v);
  }

  private boolean less(double one, double other) {
    return one < other - tolerance;
  }

  private boolean equal(double one, double other) {
    return !less(one, other) && !less(other, one);
  }

  private int sign(double value) {
    return less(0, value) ? 1 : less(value, 0) ? -1 : 0;
  }
}
