package org.coesite.evolution;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A structure that a search has found, however often.
 *
 * @param best the individual of lowest energy among those that found it
 * @param relaxed its relaxed structure
 * @param hits how often it was found
 * @param lineages how often it was found by individuals without a common random ancestor
 * @param firstGeneration generation of the first that found it
 * @param firstRelaxation how many relaxations it took until the first found it, itself included
 * @param timesPaired how often it was a parent of cut-and-splice
 * @param softModesUsed numbers of the modes along which the best individual was displaced
 */
public record Phase(
    Individual best,
    RelaxedStructure relaxed,
    int hits,
    int lineages,
    int firstGeneration,
    int firstRelaxation,
    int timesPaired,
    SortedSet<Integer> softModesUsed) {

  /** Keeps its own copy of the modes. */
  public Phase {
    softModesUsed = Collections.unmodifiableSortedSet(new TreeSet<>(softModesUsed));
  }

  /** Id of the best individual. */
  public String id() {
    return best.candidate().id();
  }

  /** Energy, under pressure enthalpy, in eV per atom. */
  public double energyPerAtom() {
    return relaxed.energyPerAtom();
  }
}
