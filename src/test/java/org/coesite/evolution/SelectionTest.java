package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.coesite.evolution.Histories.duplicate;
import static org.coesite.evolution.Histories.kept;
import static org.coesite.evolution.Histories.origin;
import static org.coesite.evolution.Histories.population;
import static org.coesite.evolution.Histories.random;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private final UniformRandomProvider random = new RandomStreams(7).stream("test", 0, 0, 0);

  @Test
  void the_best_has_a_fitness_of_881_thousandths_and_the_worst_of_119() {
    Population population = population(kept(0, 0, -42), kept(0, 1, -41), kept(0, 2, -40));
    assertThat(Fitness.of(population.phases()))
        .usingComparatorWithPrecision(5e-4)
        .containsExactly(0.881, 0.5, 0.119);
  }

  @Test
  void equal_energies_have_equal_fitness() {
    double[] fitness = Fitness.of(population(kept(0, 0, -42), kept(0, 1, -42)).phases());
    assertThat(fitness[0]).isEqualTo(fitness[1]).isCloseTo(0.881, within(5e-4));
  }

  @Test
  void pairing_and_look_alikes_lower_the_fitness() {
    Population population =
        population(
            kept(0, 0, -42),
            kept(0, 1, -40),
            duplicate(0, 2, -42, random(), "g000s00"),
            kept(1, 0, -41, origin(OperatorName.CUT_AND_SPLICE, "g000s00", "g000s01")));
    double[] fitness = Fitness.of(population.phases());
    assertThat(fitness[0]).isCloseTo(0.8808 / Math.sqrt(2 * 2), within(1e-4));
    assertThat(fitness[1]).isCloseTo(0.5, within(1e-9));
    assertThat(fitness[2]).isCloseTo(0.1192 / Math.sqrt(2), within(1e-4));
  }

  @Test
  void parents_are_drawn_as_often_as_their_fitness_says() {
    Population population = population(kept(0, 0, -42), kept(0, 1, -41), kept(0, 2, -40));
    ParentSelection parents = new ParentSelection(population, 20);
    Map<String, Integer> drawn = new TreeMap<>();
    int draws = 30_000;
    for (int i = 0; i < draws; i++) {
      drawn.merge(parents.draw(1, random).orElseThrow().get(0), 1, Integer::sum);
    }
    double total = 0.8808 + 0.5 + 0.1192;
    assertThat(drawn.get("g000s00") / (double) draws).isCloseTo(0.8808 / total, within(0.01));
    assertThat(drawn.get("g000s01") / (double) draws).isCloseTo(0.5 / total, within(0.01));
    assertThat(drawn.get("g000s02") / (double) draws).isCloseTo(0.1192 / total, within(0.01));
  }

  @Test
  void a_pair_is_never_drawn_twice_and_not_again_after_it_was_joined() {
    Population population =
        population(
            kept(0, 0, -42.0),
            kept(0, 1, -41.9),
            kept(0, 2, -41.8),
            kept(1, 0, -41.7, origin(OperatorName.CUT_AND_SPLICE, "g000s00", "g000s02")));
    ParentSelection parents = new ParentSelection(population, 3);
    Set<Set<String>> pairs = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      List<String> pair = parents.draw(2, random).orElseThrow();
      assertThat(pairs.add(Set.copyOf(pair))).isTrue();
    }
    assertThat(pairs)
        .containsExactlyInAnyOrder(Set.of("g000s00", "g000s01"), Set.of("g000s01", "g000s02"));
    assertThat(parents.draw(2, random)).isEmpty();
  }

  @Test
  void only_the_best_become_parents() {
    Population population = population(kept(0, 0, -42), kept(0, 1, -41), kept(0, 2, -40));
    ParentSelection parents = new ParentSelection(population, 1);
    assertThat(parents.draw(2, random)).isEmpty();
    assertThat(parents.draw(1, random)).isEqualTo(Optional.of(List.of("g000s00")));
  }
}
