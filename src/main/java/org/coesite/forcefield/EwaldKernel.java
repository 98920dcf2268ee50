package org.coesite.forcefield;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * Short-ranged parts of 1/r and 1/r⁶ in an Ewald sum, as functions of w = (αr)².
 *
 * <p>Formulas: 1/r = erfc(αr)/r + erf(αr)/r (Ewald, Ann. Phys. 369, 253 (1921), doi
 * 10.1002/andp.19213690304); 1/r⁶ = e⁻ʷ(1 + w + w²/2)/r⁶ + the rest (Williams, Acta Cryst. A 27,
 * 452 (1971), doi 10.1107/S0567739471000998).
 */
enum EwaldKernel implements RadialFunction {
  /** erfc(√w)/√w: the Coulomb part without the factor α. */
  COULOMB {
    @Override
    public double value(double w) {
      double x = Math.sqrt(w);
      return Erfc.value(x) / x;
    }

    @Override
    public double slope(double w) {
      return -Math.exp(-w) / (SQRT_PI * w) - value(w) / (2 * w);
    }
  },
  /** e⁻ʷ(1 + w + w²/2)/w³: the dispersion part without the factor α⁶. */
  DISPERSION {
    @Override
    public double value(double w) {
      return Math.exp(-w) * (1 + w * (1 + 0.5 * w)) / (w * w * w);
    }

    @Override
    public double slope(double w) {
      return -0.5 * Math.exp(-w) / w - 3 * value(w) / w;
    }
  },
  /** erf(√w)/√w: what the reciprocal sum holds of a pair, also where the two coincide. */
  SCREENED {
    @Override
    public double value(double w) {
      if (w < SERIES) {
        return 2 / SQRT_PI * (1 - w * (1.0 / 3 - w * (0.1 - w * (1.0 / 42 - w / 216))));
      }
      double x = Math.sqrt(w);
      return Erf.value(x) / x;
    }

    @Override
    public double slope(double w) {
      if (w < SERIES) {
        return 2 / SQRT_PI * (-1.0 / 3 + w * (0.2 - w * (1.0 / 14 - w / 54)));
      }
      return (2 / SQRT_PI * Math.exp(-w) - value(w)) / (2 * w);
    }
  };

  private static final double SQRT_PI = Math.sqrt(Math.PI);

  /** Below it the power series is more exact than the closed form. */
  private static final double SERIES = 1e-3;
}
