package org.coesite.forcefield;

/**
 * Finds all images of a particle inside a sphere around another one, exactly and in a fixed order,
 * in a cell of any shape.
 *
 * <p>The images are met on lines parallel to w, the shortest lattice vector, along which y and z
 * stay: (x + n w, y, z) for n from first to last. Rounding may add an image at the very edge of the
 * sphere, so the distance has to be compared with the reach again.
 */
final class ImageLines {

  /** Receives the lines. */
  interface Visitor {
    /**
     * A line of images.
     *
     * @param x distance along x at n = 0, Å
     * @param y distance along y, Å
     * @param z distance along z, Å
     * @param first lowest n on the line that may lie inside
     * @param last highest n on the line that may lie inside
     * @param throughNearest whether n = 0 is the image with fractional distances in ±½
     */
    void visit(double x, double y, double z, int first, int last, boolean throughNearest);
  }

  private ImageLines() {}

  /** Visits the images of particle j around particle i within a squared reach in Å². */
  static void visit(Configuration at, int i, int j, double squaredReach, Visitor visitor) {
    TriangularCell cell = at.cell;
    double du = nearest(at.u[j] - at.u[i]);
    double dv = nearest(at.v[j] - at.v[i]);
    double dw = nearest(at.w[j] - at.w[i]);
    double perV = 1 / cell.vy;
    double perW = 1 / cell.wx;
    double halfU = Math.sqrt(squaredReach) / cell.uz;
    int lastU = (int) Math.floor(halfU - du);
    for (int nu = (int) Math.ceil(-halfU - du); nu <= lastU; nu++) {
      double u = du + nu;
      double z = u * cell.uz;
      double y0 = u * cell.uy + dv * cell.vy;
      double x0 = u * cell.ux + dv * cell.vx + dw * cell.wx;
      double halfV = Math.sqrt(Math.max(0, squaredReach - z * z)) * perV;
      int lastV = (int) Math.floor(halfV - y0 * perV);
      for (int nv = (int) Math.ceil(-halfV - y0 * perV); nv <= lastV; nv++) {
        double y = y0 + nv * cell.vy;
        double x = x0 + nv * cell.vx;
        double halfW = Math.sqrt(Math.max(0, squaredReach - y * y - z * z)) * perW;
        int first = (int) Math.ceil(-halfW - x * perW);
        int last = (int) Math.floor(halfW - x * perW);
        if (first <= last) {
          visitor.visit(x, y, z, first, last, nu == 0 && nv == 0);
        }
      }
    }
  }

  private static double nearest(double difference) {
    return difference - Math.rint(difference);
  }
}
