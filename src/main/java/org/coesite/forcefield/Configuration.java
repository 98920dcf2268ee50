package org.coesite.forcefield;

/** Where the particles are: the cell in its triangular frame and coordinates along u, v and w. */
final class Configuration {

  final TriangularCell cell = new TriangularCell();

  /** Fractional coordinates along u of each particle, then along v, then along w. */
  final double[] u;

  final double[] v;
  final double[] w;

  Configuration(int particles) {
    this.u = new double[particles];
    this.v = new double[particles];
    this.w = new double[particles];
  }

  /** Takes over a lattice (rows, Å) and fractional coordinates (three per particle). */
  void set(double[] lattice, double[] fractional) {
    cell.set(lattice);
    for (int i = 0; i < u.length; i++) {
      u[i] = fractional[3 * i + cell.order[0]];
      v[i] = fractional[3 * i + cell.order[1]];
      w[i] = fractional[3 * i + cell.order[2]];
    }
  }
}
