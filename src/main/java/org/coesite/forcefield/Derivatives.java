package org.coesite.forcefield;

/**
 * Energy of a cell in eV and its first derivatives; {@link ForceField#evaluate} overwrites it.
 *
 * <p>The arrays are the buffers themselves: they change with the next evaluation.
 */
public final class Derivatives {

  double energy;
  private final double[] gradient;
  private final double[] strain = new double[9];

  /** Room for a number of particles. */
  public Derivatives(int particles) {
    this.gradient = new double[3 * particles];
  }

  /** Energy of one cell, eV. */
  public double energy() {
    return energy;
  }

  /**
   * Derivatives of the energy with respect to the Cartesian coordinates of each particle (with all
   * its images), eV/Å: x, y, z of particle 0, of particle 1, …
   */
  public double[] gradient() {
    return gradient;
  }

  /**
   * Derivatives of the energy with respect to a strain ε, under which a lattice vector r becomes (1
   * + ε)r at unchanged fractional coordinates; symmetric, nine numbers row by row, eV. Divided by
   * the volume it is the stress.
   */
  public double[] strain() {
    return strain;
  }
}
