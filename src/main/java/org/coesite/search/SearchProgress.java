package org.coesite.search;

import org.coesite.symmetry.SpaceGroup;
import org.jspecify.annotations.Nullable;

/**
 * How far a search is, cheap enough to ask for several times a second.
 *
 * @param state where it stands
 * @param stop why it ended or what it waits for, null while it runs
 * @param generations how many were begun
 * @param relaxationsDone relaxations kept so far
 * @param relaxationsBound relaxations after which the search ends at the latest
 * @param bestEnergyPerFormula lowest energy so far, eV per formula unit, null before the first
 *     ranking
 * @param bestSpaceGroup its space group
 * @param refined structures whose refinement has ended, in a result or in vain
 * @param toRefine structures that were chosen for refinement, 0 before that
 */
public record SearchProgress(
    SearchState state,
    @Nullable String stop,
    int generations,
    int relaxationsDone,
    int relaxationsBound,
    @Nullable Double bestEnergyPerFormula,
    @Nullable SpaceGroup bestSpaceGroup,
    int refined,
    int toRefine) {}
