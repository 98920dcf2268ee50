package org.coesite.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The individuals that found one structure, in the order of generation and slot. */
final class Finds {

  private final List<String> ids = new ArrayList<>();
  private final List<Set<String>> independent = new ArrayList<>();
  private final int firstRelaxation;
  private final int firstGeneration;
  private Individual best;
  private RelaxedStructure lowest;

  Finds(Individual first, RelaxedStructure relaxed, Set<String> roots, int relaxation) {
    this.best = first;
    this.lowest = relaxed;
    this.firstRelaxation = relaxation;
    this.firstGeneration = first.candidate().generation();
    add(first, relaxed, roots);
  }

  /** One more find; a lower one becomes the best. */
  void add(Individual individual, RelaxedStructure relaxed, Set<String> roots) {
    ids.add(individual.candidate().id());
    if (relaxed.energyPerAtom() < lowest.energyPerAtom()) {
      best = individual;
      lowest = relaxed;
    }
    if (independent.stream().noneMatch(known -> known.stream().anyMatch(roots::contains))) {
      independent.add(roots);
    }
  }

  List<String> ids() {
    return ids;
  }

  RelaxedStructure lowest() {
    return lowest;
  }

  String bestId() {
    return best.candidate().id();
  }

  Phase phase(int timesPaired, Set<Integer> softModesUsed) {
    return new Phase(
        best,
        lowest,
        ids.size(),
        independent.size(),
        firstGeneration,
        firstRelaxation,
        timesPaired,
        new TreeSet<>(softModesUsed));
  }
}
