package org.coesite.forcefield;

import java.util.Arrays;

/** The images of one particle around another: their vectors, and what pulls along them. */
final class Images implements ImageLines.Visitor {

  /** Components of the vectors to the images, Å. */
  double[] x = new double[1024];

  double[] y = new double[1024];
  double[] z = new double[1024];

  /** Squared lengths of the vectors, Å². */
  double[] squared = new double[1024];

  /** Derivative of the energy with respect to the squared length, eV/Å². */
  double[] slope = new double[1024];

  private int count;
  private double step;
  private boolean skipsNearest;

  /** Finds the images of particle j around particle i; without the nearest if so told. */
  void find(Configuration at, int i, int j, double squaredReach, boolean withoutNearest) {
    count = 0;
    step = at.cell.wx;
    skipsNearest = withoutNearest;
    ImageLines.visit(at, i, j, squaredReach, this);
    Arrays.fill(slope, 0, count, 0);
  }

  int count() {
    return count;
  }

  @Override
  public void visit(double x0, double y0, double z0, int first, int last, boolean throughNearest) {
    int most = count + last - first + 1;
    if (most > x.length) {
      grow(2 * most);
    }
    double h = y0 * y0 + z0 * z0;
    for (int n = first; n <= last; n++) {
      if (n == 0 && throughNearest && skipsNearest) {
        continue;
      }
      double along = x0 + n * step;
      x[count] = along;
      y[count] = y0;
      z[count] = z0;
      squared[count] = along * along + h;
      count++;
    }
  }

  private void grow(int length) {
    x = Arrays.copyOf(x, length);
    y = Arrays.copyOf(y, length);
    z = Arrays.copyOf(z, length);
    squared = Arrays.copyOf(squared, length);
    slope = Arrays.copyOf(slope, length);
  }
}
