package org.coesite.adapter.quantumespresso;

/** Atomic units in those of Coesite, CODATA 2018 (https://physics.nist.gov/cuu/Constants). */
final class Units {

  /** Rydberg energy, eV. */
  static final double RYDBERG = 13.605693122994;

  /** Bohr radius, Å. */
  static final double BOHR = 0.529177210903;

  /** Energies of the XML file are in Hartree. */
  static final double RYDBERG_PER_HARTREE = 2;

  /** Hartree per cubic bohr, kbar. */
  static final double KBAR_PER_ATOMIC_PRESSURE = 294210.26484;

  /** Rydberg per cubic bohr, kbar. */
  static final double KBAR_PER_RYDBERG_PRESSURE = KBAR_PER_ATOMIC_PRESSURE / RYDBERG_PER_HARTREE;

  static final double KBAR_PER_GPA = 10;

  /** GPa·Å³, eV. */
  static final double EV_PER_GPA_CUBIC_ANGSTROM = 1 / 160.21766340;

  private Units() {}
}
