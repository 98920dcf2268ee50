package org.coesite.adapter.quantumespresso;

import org.coesite.calculator.Units;
import org.coesite.crystal.Structure;

/**
 * A structure that was computed.
 *
 * @param structure of that cell
 * @param energy of the cell, Ry
 * @param maxForce largest force on an atom, eV/Å; NaN where none was written
 * @param pressure kbar; NaN where none was written, as for all steps but the last
 */
record Point(Structure structure, double energy, double maxForce, double pressure) {

  double energyInElectronVolts() {
    return energy * Units.RYDBERG;
  }
}
