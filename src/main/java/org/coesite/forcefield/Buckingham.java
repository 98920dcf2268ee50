package org.coesite.forcefield;

/**
 * A exp(−r/ρ) − C/r⁶ in eV between two kinds of particles (Buckingham, Proc. R. Soc. Lond. A 168,
 * 264 (1938), doi 10.1098/rspa.1938.0173). It falls to −∞ at small distances if C is positive.
 *
 * @param first one kind of particle
 * @param second the other kind
 * @param a strength of the repulsion A, eV
 * @param rho its range ρ, Å
 * @param c strength of the dispersion C, eV Å⁶
 * @param cutoff the term is left out from this distance on, Å
 */
public record Buckingham(
    ParticleType first, ParticleType second, double a, double rho, double c, double cutoff)
    implements PairTerm {

  /** Refuses strengths that are not finite, and a range or cutoff that is not positive. */
  public Buckingham {
    Limits.finite("a", a);
    Limits.finite("c", c);
    Limits.positive("rho", rho);
    Limits.positive("cutoff", cutoff);
  }

  @Override
  public double dispersion() {
    return c;
  }

  @Override
  public double repulsion(double squaredDistance) {
    return a * Math.exp(-Math.sqrt(squaredDistance) / rho);
  }

  @Override
  public double repulsionSlope(double squaredDistance) {
    double r = Math.sqrt(squaredDistance);
    return -a * Math.exp(-r / rho) / (2 * rho * r);
  }
}
