package org.coesite.forcefield;

/**
 * Where an Ewald sum is split between real and reciprocal space.
 *
 * @param alpha width α of the splitting, 1/Å
 * @param realCutoff end of the real-space sum, Å
 * @param reciprocalCutoff end of the reciprocal sum, 1/Å, with the factor 2π
 */
record EwaldSplitting(double alpha, double realCutoff, double reciprocalCutoff) {

  /** αr at the end of the real-space sum and k/2α at that of the other: erfc(5.5) = 7e-15. */
  static final double REACH = 5.5;

  /** Time of a particle at a reciprocal vector over that of a pair in real space (measured). */
  private static final double COST = 0.2;

  /**
   * The split that costs least: pairs in real space go with n²/(Vα³), reciprocal vectors times
   * particles with nVα³.
   */
  static EwaldSplitting balanced(double volume, int particles) {
    double realPairs = 2 * Math.PI / 3 * particles * particles / volume;
    double reciprocalVisits = 4 * particles * volume / (3 * Math.PI * Math.PI);
    return of(Math.pow(realPairs / (COST * reciprocalVisits), 1.0 / 6));
  }

  /** The split with a given α. */
  static EwaldSplitting of(double alpha) {
    return new EwaldSplitting(alpha, REACH / alpha, 2 * REACH * alpha);
  }
}
