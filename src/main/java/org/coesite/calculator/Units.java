package org.coesite.calculator;

/**
 * Units of energy and pressure in eV and Å, CODATA 2018 (https://physics.nist.gov/cuu/Constants).
 */
public final class Units {

  /** 1 Rydberg, eV. */
  public static final double RYDBERG = 13.605693122994;

  /** 1 eV/Å³, GPa; exact, as the elementary charge is. */
  public static final double GIGAPASCALS = 160.2176634;

  private Units() {}
}
