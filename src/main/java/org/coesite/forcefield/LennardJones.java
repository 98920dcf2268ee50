package org.coesite.forcefield;

/**
 * A/rᵐ − B/rⁿ in eV between two kinds of particles (Lennard-Jones, Proc. R. Soc. Lond. A 106, 463
 * (1924), doi 10.1098/rspa.1924.0082).
 *
 * @param first one kind of particle
 * @param second the other kind
 * @param m power of the repulsion
 * @param n power of the attraction, below m
 * @param a strength of the repulsion A, eV Åᵐ
 * @param b strength of the attraction B, eV Åⁿ
 * @param cutoff the term is left out from this distance on, Å
 */
public record LennardJones(
    ParticleType first, ParticleType second, int m, int n, double a, double b, double cutoff)
    implements PairTerm {

  /** Refuses powers that are not m above n above 0, and a cutoff that is not positive. */
  public LennardJones {
    if (n < 1 || m <= n) {
      throw new IllegalArgumentException("powers m = %d, n = %d are not m > n > 0".formatted(m, n));
    }
    Limits.finite("a", a);
    Limits.finite("b", b);
    Limits.positive("cutoff", cutoff);
  }

  @Override
  public double dispersion() {
    return n == 6 ? b : 0;
  }

  @Override
  public double repulsion(double squaredDistance) {
    double attraction = n == 6 ? 0 : b * Math.pow(squaredDistance, -0.5 * n);
    return a * Math.pow(squaredDistance, -0.5 * m) - attraction;
  }

  @Override
  public double repulsionSlope(double squaredDistance) {
    double attraction = n == 6 ? 0 : -0.5 * n * b * Math.pow(squaredDistance, -0.5 * n - 1);
    return -0.5 * m * a * Math.pow(squaredDistance, -0.5 * m - 1) - attraction;
  }
}
