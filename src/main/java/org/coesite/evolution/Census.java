package org.coesite.evolution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts individuals one by one, in the order of generation and slot. */
final class Census {

  private final Map<String, Set<String>> roots = new HashMap<>();
  private final Map<String, Finds> findsOf = new HashMap<>();
  private final List<Finds> all = new ArrayList<>();
  private final List<List<String>> matings = new ArrayList<>();
  private final Map<String, Set<Integer>> softModes = new HashMap<>();
  private final ScalingVolume scaling;
  private int relaxations;
  private int lastMinimum;
  private double lowest = Double.POSITIVE_INFINITY;

  Census(EvolutionSettings settings) {
    this.scaling = new ScalingVolume(settings);
  }

  void count(Individual individual) {
    scaling.enter(individual.candidate().generation(), all);
    relaxations++;
    Candidate candidate = individual.candidate();
    roots.put(candidate.id(), rootsOf(candidate));
    countOrigin(candidate.origin());
    individual.relaxed().ifPresent(relaxed -> countFind(individual, relaxed));
  }

  private Set<String> rootsOf(Candidate candidate) {
    Set<String> found = new TreeSet<>();
    for (String parent : candidate.origin().parents()) {
      found.addAll(roots.getOrDefault(parent, Set.of(parent)));
    }
    return found.isEmpty() ? Set.of(candidate.id()) : found;
  }

  private void countOrigin(Origin origin) {
    if (origin.operator() == OperatorName.CUT_AND_SPLICE) {
      matings.add(origin.parents());
    }
    String mode = origin.draws().get(SoftMutation.MODE);
    if (origin.operator() == OperatorName.SOFT_MUTATION && mode != null) {
      softModes
          .computeIfAbsent(origin.parents().get(0), id -> new TreeSet<>())
          .add(Integer.valueOf(mode));
    }
  }

  private void countFind(Individual individual, RelaxedStructure relaxed) {
    String id = individual.candidate().id();
    if (individual.verdict() instanceof Verdict.Kept) {
      Finds finds = new Finds(individual, relaxed, roots.get(id), relaxations);
      all.add(finds);
      findsOf.put(id, finds);
      if (relaxed.energyPerAtom() < lowest) {
        lastMinimum = relaxations;
      }
    } else if (individual.verdict() instanceof Verdict.Duplicate duplicate) {
      Finds finds = findsOf.get(duplicate.of());
      if (finds == null) {
        throw new IllegalArgumentException(
            "%s is called a duplicate of %s, which found nothing".formatted(id, duplicate.of()));
      }
      finds.add(individual, relaxed, roots.get(id));
      findsOf.put(id, finds);
    } else {
      return;
    }
    lowest = Math.min(lowest, relaxed.energyPerAtom());
  }

  List<Phase> phases() {
    Map<Finds, Integer> paired = new HashMap<>();
    matings.forEach(
        parents ->
            Set.copyOf(parents.stream().map(findsOf::get).toList())
                .forEach(finds -> paired.merge(finds, 1, Integer::sum)));
    return all.stream()
        .map(
            finds ->
                finds.phase(
                    paired.getOrDefault(finds, 0),
                    softModes.getOrDefault(finds.bestId(), Set.of())))
        .sorted(Comparator.comparingDouble(Phase::energyPerAtom).thenComparing(Phase::id))
        .toList();
  }

  /** Position in the list of phases by the id of each individual that found it. */
  Map<String, Integer> phaseOf(List<Phase> phases) {
    Map<String, Integer> position = new HashMap<>();
    for (int i = 0; i < phases.size(); i++) {
      for (String id : findsOf.get(phases.get(i).id()).ids()) {
        position.put(id, i);
      }
    }
    return position;
  }

  /** The pairs that cut-and-splice has joined, each by the ids that now stand for the phases. */
  Set<Set<String>> pairs() {
    Set<Set<String>> pairs = new HashSet<>();
    for (List<String> parents : matings) {
      Set<String> pair = new TreeSet<>();
      parents.forEach(id -> pair.add(findsOf.get(id).bestId()));
      pairs.add(pair);
    }
    return pairs;
  }

  int relaxationsSinceNewMinimum() {
    return relaxations - lastMinimum;
  }

  double scalingVolume() {
    return scaling.afterwards(all);
  }
}
