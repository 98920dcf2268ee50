package org.coesite.evolution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;

/** Makes the offspring of one generation, slot by slot. */
final class Breeding {

  private static final int ATTEMPTS = 5;

  private final Composition composition;
  private final Operators operators;
  private final RandomStructures randomStructures;
  private final RandomStreams streams;
  private final Population population;
  private final ParentSelection others;
  private final int generation;
  private final Starts starts;
  private final Map<String, Set<Integer>> softModes = new HashMap<>();

  Breeding(
      EvolutionSettings settings,
      Operators operators,
      RandomStructures randomStructures,
      RandomStreams streams,
      Population population,
      int generation) {
    this.composition = settings.composition();
    this.operators = operators;
    this.randomStructures = randomStructures;
    this.streams = streams;
    this.population = population;
    this.others = new ParentSelection(population, settings.size());
    this.generation = generation;
    this.starts = Starts.of(population);
  }

  /**
   * The child of a mating; after five refusals with other parents each time, a random structure.
   */
  Candidate child(Selection.Mating mating) {
    Operator operator = operators.named(mating.operator());
    List<String> refusals = new ArrayList<>();
    List<String> parents = mating.parents();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Offspring offspring =
          operator.apply(
              ancestry(parents), streams.stream("mutate", generation, mating.slot(), attempt));
      if (offspring instanceof Offspring.Made made) {
        Origin origin = new Origin(operator.name(), parents, made.draws());
        remember(origin);
        return new Candidate(generation, mating.slot(), origin, made.structure());
      }
      if (offspring instanceof Offspring.Refused refused) {
        refusals.add(String.join("+", parents) + " " + refused.reason());
      }
      Optional<List<String>> next =
          others.draw(
              operator.parents(),
              streams.stream("otherParents", generation, mating.slot(), attempt));
      if (next.isEmpty()) {
        break;
      }
      parents = next.get();
    }
    return insteadOf(operator, mating.slot(), refusals);
  }

  private Candidate insteadOf(Operator operator, int slot, List<String> refusals) {
    Candidate random = randomStructures.candidate(generation, slot, population, starts);
    starts.add(random);
    Draws draws = new Draws();
    random.origin().draws().forEach(draws::put);
    draws.put("insteadOf", operator.name().key()).put("refusals", String.join("; ", refusals));
    Origin origin = new Origin(random.origin().operator(), List.of(), draws.values());
    return new Candidate(generation, slot, origin, random.structure());
  }

  private Ancestry ancestry(List<String> parents) {
    List<Structure> structures = new ArrayList<>();
    for (String id : parents) {
      structures.add(phase(id).relaxed().structure());
    }
    Set<Integer> used = new HashSet<>(phase(parents.get(0)).softModesUsed());
    used.addAll(softModes.getOrDefault(parents.get(0), Set.of()));
    return new Ancestry(structures, population.scalingVolume() * times(structures.get(0)), used);
  }

  /** A child holds the composition as often as its first parent. */
  private int times(Structure parent) {
    return parent.size() / composition.atoms();
  }

  private Phase phase(String id) {
    return population
        .phaseOf(id)
        .orElseThrow(() -> new IllegalArgumentException("parent " + id + " found no structure"));
  }

  /** Two children of one generation must not use the same mode of the same parent. */
  private void remember(Origin origin) {
    String mode = origin.draws().get(SoftMutation.MODE);
    if (mode != null) {
      softModes
          .computeIfAbsent(origin.parents().get(0), id -> new HashSet<>())
          .add(Integer.valueOf(mode));
    }
  }
}
