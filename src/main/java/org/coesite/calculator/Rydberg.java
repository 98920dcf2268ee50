package org.coesite.calculator;

/** The Rydberg as a unit of energy, which plane-wave programs count in. */
public final class Rydberg {

  /** 1 Ry in eV, CODATA 2018. */
  public static final double EV = 13.605693122994;

  private Rydberg() {}
}
