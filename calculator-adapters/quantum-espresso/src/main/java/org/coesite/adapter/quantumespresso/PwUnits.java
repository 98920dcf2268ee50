package org.coesite.adapter.quantumespresso;

/**
 * Units of pw.x in each other and in those of Coesite, CODATA 2018
 * (https://physics.nist.gov/cuu/Constants).
 */
final class PwUnits {

  /** Bohr radius, Å. */
  static final double BOHR = 0.529177210903;

  /** Energies of the XML file are in Hartree. */
  static final double RYDBERG_PER_HARTREE = 2;

  /** Hartree per cubic bohr, kbar. */
  static final double KBAR_PER_ATOMIC_PRESSURE = 294210.26484;

  /** Rydberg per cubic bohr, kbar. */
  static final double KBAR_PER_RYDBERG_PRESSURE = KBAR_PER_ATOMIC_PRESSURE / RYDBERG_PER_HARTREE;

  static final double KBAR_PER_GPA = 10;

  private PwUnits() {}
}
