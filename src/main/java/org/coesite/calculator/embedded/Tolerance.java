package org.coesite.calculator.embedded;

/**
 * When a point counts as relaxed; all three must hold.
 *
 * @param force largest force on a core or shell, eV/Å
 * @param stress largest component of the stress less the pressure, GPa
 * @param energy how much lower the quadratic model sees the minimum, eV
 */
record Tolerance(double force, double stress, double energy) {

  boolean holds(Residual residual, double expectedGain) {
    return residual.maxForce() <= force && residual.maxStress() <= stress && expectedGain <= energy;
  }
}
