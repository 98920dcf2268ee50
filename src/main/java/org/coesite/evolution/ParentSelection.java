package org.coesite.evolution;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;

/** Draws parents from the best of a population by roulette, no pair twice. */
final class ParentSelection {

  private static final int PAIR_TRIES = 200;

  private final List<Phase> pool;
  private final double[] fitness;
  private final Population population;
  private final Set<Set<String>> pairs = new HashSet<>();

  /**
   * Parents from a population.
   *
   * @param best how many of the lowest phases may become parents
   */
  ParentSelection(Population population, int best) {
    this.population = population;
    this.pool = population.phases().subList(0, Math.min(best, population.phases().size()));
    this.fitness = Fitness.of(pool);
  }

  /** Ids of one or two distinct parents; empty if there is no parent, or no pair left unused. */
  Optional<List<String>> draw(int parents, UniformRandomProvider random) {
    if (pool.size() < parents) {
      return Optional.empty();
    }
    if (parents == 1) {
      return Optional.of(List.of(one(random).id()));
    }
    for (int attempt = 0; attempt < PAIR_TRIES; attempt++) {
      Phase first = one(random);
      Phase second = one(random);
      if (first != second
          && !population.paired(first, second)
          && pairs.add(Set.of(first.id(), second.id()))) {
        return Optional.of(List.of(first.id(), second.id()));
      }
    }
    return Optional.empty();
  }

  private Phase one(UniformRandomProvider random) {
    return pool.get(Roulette.draw(fitness, random));
  }
}
