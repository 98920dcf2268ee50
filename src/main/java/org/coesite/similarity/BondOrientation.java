package org.coesite.similarity;

/**
 * Bond-orientational order parameter q_l of Steinhardt, Nelson and Ronchetti, Phys. Rev. B 28, 784
 * (1983), doi 10.1103/PhysRevB.28.784.
 *
 * <p>By the addition theorem of the spherical harmonics, q_l² is the mean of the Legendre
 * polynomial P_l of the cosine over all pairs of bonds, each with itself included.
 *
 * @param degree l: 2, 4 or 6
 */
record BondOrientation(int degree) implements OrderParameter {

  @Override
  public double of(PolarAngles angles) {
    double sum = 0;
    for (int i = 0; i < angles.size(); i++) {
      for (int j = 0; j < angles.size(); j++) {
        sum += legendre(Math.cos(angles.polar(i, j)));
      }
    }
    return Math.sqrt(Math.max(0, sum)) / angles.size();
  }

  /** By Bonnet's recursion. */
  private double legendre(double x) {
    double before = 1;
    double value = x;
    for (int l = 1; l < degree; l++) {
      double next = ((2 * l + 1) * x * value - l * before) / (l + 1);
      before = value;
      value = next;
    }
    return value;
  }
}
