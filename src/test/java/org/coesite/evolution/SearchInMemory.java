package org.coesite.evolution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.embedded.EmbeddedCalculator;

/** A whole search without engine and database: generate, relax, rank, select, mutate. */
record SearchInMemory(
    EvolutionSettings settings,
    StoppingSettings stopping,
    RelaxationSettings relaxation,
    EmbeddedCalculator calculator) {

  Population run(Evolution evolution) {
    Population population = Population.of(settings, List.of());
    List<Candidate> offspring = List.of();
    Optional<String> stop = Optional.empty();
    for (int generation = 0; stop.isEmpty(); generation++) {
      List<RelaxedCandidate> relaxed = new ArrayList<>();
      for (Candidate candidate : evolution.generate(generation, offspring, population)) {
        relaxed.add(
            new RelaxedCandidate(candidate, calculator.relax(candidate.structure(), relaxation)));
      }
      population = population.with(evolution.rank(population, relaxed));
      offspring = evolution.mutate(evolution.select(generation, population), population);
      stop = StoppingCriterion.stop(stopping, population, generation + 1, Duration.ZERO);
    }
    return population;
  }
}
