package org.coesite.calculator.embedded;

import org.coesite.calculator.Units;

/**
 * Forces and stress left at a point.
 *
 * @param gradient derivatives of the energy by Cartesian positions of cores and shells, eV/Å
 * @param strain derivatives of the enthalpy by strain, 3×3, eV
 * @param volume cell volume, Å³
 * @param pressure external pressure, eV/Å³
 */
record Residual(double[] gradient, double[] strain, double volume, double pressure) {

  /** Largest force on a core or shell, eV/Å. */
  double maxForce() {
    double most = 0;
    for (int i = 0; i < gradient.length; i += 3) {
      double x = gradient[i];
      double y = gradient[i + 1];
      double z = gradient[i + 2];
      most = Math.max(most, x * x + y * y + z * z);
    }
    return Math.sqrt(most);
  }

  /** Largest component of the stress less the external pressure, GPa. */
  double maxStress() {
    double most = 0;
    for (double component : strain) {
      most = Math.max(most, Math.abs(component));
    }
    return most / volume * Units.GIGAPASCALS;
  }

  /** Pressure of the crystal itself, GPa; equals the external one when the cell is relaxed. */
  double pressureLeft() {
    double trace = strain[0] + strain[4] + strain[8];
    return (pressure - trace / (3 * volume)) * Units.GIGAPASCALS;
  }
}
