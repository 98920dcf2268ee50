package org.coesite.forcefield;

/** cos 2πnf and sin 2πnf for the coordinate f of each particle and n from −highest to highest. */
final class PhaseTable {

  private final int particles;
  private int highest;
  private int stride;
  private double[] cosines = new double[0];
  private double[] sines = new double[0];

  PhaseTable(int particles) {
    this.particles = particles;
  }

  /** Makes the table by the recurrence e^(i(n+1)θ) = e^(inθ) e^(iθ). */
  void fill(double[] coordinates, int newHighest) {
    highest = newHighest;
    stride = 2 * highest + 1;
    if (cosines.length < particles * stride) {
      cosines = new double[particles * stride];
      sines = new double[particles * stride];
    }
    for (int i = 0; i < particles; i++) {
      double angle = 2 * Math.PI * (coordinates[i] - Math.rint(coordinates[i]));
      double c = Math.cos(angle);
      double s = Math.sin(angle);
      double cn = 1;
      double sn = 0;
      int zero = i * stride + highest;
      cosines[zero] = 1;
      sines[zero] = 0;
      for (int n = 1; n <= highest; n++) {
        double next = cn * c - sn * s;
        sn = cn * s + sn * c;
        cn = next;
        cosines[zero + n] = cn;
        sines[zero + n] = sn;
        cosines[zero - n] = cn;
        sines[zero - n] = -sn;
      }
    }
  }

  int highest() {
    return highest;
  }

  double[] cosines() {
    return cosines;
  }

  double[] sines() {
    return sines;
  }

  /** Place of multiple n of a particle in the arrays; the next multiples follow. */
  int offset(int particle, int n) {
    return particle * stride + highest + n;
  }

  double cosine(int particle, int n) {
    return cosines[offset(particle, n)];
  }

  double sine(int particle, int n) {
    return sines[offset(particle, n)];
  }
}
