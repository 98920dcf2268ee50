package org.coesite.search;

import org.coesite.evolution.OperatorName;

/**
 * One point of the energy–fitness diagram.
 *
 * @param structure its id
 * @param generation from 0
 * @param position place within the generation after ranking, from 0
 * @param energyPerFormula eV per formula unit
 * @param operator what made it
 * @param discarded whether it was outside volume or cell bounds
 */
public record DiagramPoint(
    String structure,
    int generation,
    int position,
    double energyPerFormula,
    OperatorName operator,
    boolean discarded) {}
