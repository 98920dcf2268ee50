package org.coesite.report;

/**
 * A name at the end of a horizontal line.
 *
 * @param text what stands there
 * @param energyPerFormula where, eV per formula unit
 */
record PhaseLabel(String text, double energyPerFormula) {}
