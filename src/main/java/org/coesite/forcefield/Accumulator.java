package org.coesite.forcefield;

import java.util.Arrays;

/** Sums of an evaluation, in the frame of a {@link TriangularCell}. */
final class Accumulator {

  /** Energy, eV. */
  double energy;

  /** Cartesian derivatives, x, y, z of each particle, eV/Å. */
  final double[] gradient;

  /** Strain derivatives xx, yy, zz, xy, xz, yz, eV. */
  final double[] strain = new double[6];

  Accumulator(int particles) {
    this.gradient = new double[3 * particles];
  }

  void clear() {
    energy = 0;
    Arrays.fill(gradient, 0);
    Arrays.fill(strain, 0);
  }

  /** Adds what a force factor f does along the vector (x, y, z) from particle i to particle j. */
  void addPair(int i, int j, double f, double x, double y, double z) {
    push(i, -f * x, -f * y, -f * z);
    push(j, f * x, f * y, f * z);
    strain[0] += f * x * x;
    strain[1] += f * y * y;
    strain[2] += f * z * z;
    strain[3] += f * x * y;
    strain[4] += f * x * z;
    strain[5] += f * y * z;
  }

  /** Adds to the derivatives of one particle. */
  void push(int particle, double x, double y, double z) {
    gradient[3 * particle] += x;
    gradient[3 * particle + 1] += y;
    gradient[3 * particle + 2] += z;
  }
}
