package org.coesite.forcefield;

import java.util.Optional;

/**
 * Charges of one element: a core, and a shell on a spring if the ion is polarisable.
 *
 * @param coreCharge charge of the core, e
 * @param shell the shell, absent for a rigid ion
 */
public record Ion(double coreCharge, Optional<Shell> shell) {

  /**
   * A massless charged shell that a spring ties to its core (Dick and Overhauser, Phys. Rev. 112,
   * 90 (1958), doi 10.1103/PhysRev.112.90). Core and shell of one ion do not see each other's
   * charge.
   *
   * @param charge charge, e
   * @param spring spring constant k of ½ k r², eV/Å²
   */
  public record Shell(double charge, double spring) {}

  /** Charge of core and shell together, e. */
  public double charge() {
    return coreCharge + shell.map(Shell::charge).orElse(0.0);
  }
}
