package org.coesite.search;

import org.coesite.evolution.OperatorName;
import org.jspecify.annotations.Nullable;

/**
 * What the energy–fitness diagram needs to know of a structure that has been ranked.
 *
 * @param structure its id
 * @param generation from 0
 * @param operator what made it
 * @param energyPerAtom eV per atom, null if it did not relax
 * @param discarded whether it was outside volume or cell bounds
 */
public record DiagramEntry(
    String structure,
    int generation,
    OperatorName operator,
    @Nullable Double energyPerAtom,
    boolean discarded) {}
