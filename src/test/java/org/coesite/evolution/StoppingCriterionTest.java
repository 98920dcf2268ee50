package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coesite.evolution.Histories.duplicate;
import static org.coesite.evolution.Histories.failed;
import static org.coesite.evolution.Histories.kept;
import static org.coesite.evolution.Histories.origin;
import static org.coesite.evolution.Histories.population;
import static org.coesite.evolution.Histories.random;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoppingCriterionTest {

  private static final StoppingSettings NEVER =
      new StoppingSettings(99, 99, 99, 99, Duration.ofDays(1));
  private static final Duration SOON = Duration.ofSeconds(5);

  private final Population population =
      population(
          kept(0, 0, -42.9),
          duplicate(0, 1, -42.9, random(), "g000s00"),
          duplicate(1, 0, -42.9, origin(OperatorName.STRAIN, "g000s00"), "g000s00"),
          failed(1, 1));

  @Test
  void nothing_stops_a_search_that_is_within_all_limits() {
    assertThat(StoppingCriterion.stop(NEVER, population, 2, SOON)).isEmpty();
    assertThat(StoppingCriterion.stop(NEVER, population(), 0, Duration.ZERO)).isEmpty();
  }

  @Test
  void the_lowest_structure_counts_once_for_each_lineage() {
    assertThat(StoppingCriterion.stop(limits(3, 99, 99, 99), population, 2, SOON)).isEmpty();
    assertThat(StoppingCriterion.stop(limits(2, 99, 99, 99), population, 2, SOON))
        .contains("the lowest structure g000s00 was found from 2 independent lineages (limit 2)");
  }

  @Test
  void each_budget_ends_the_search_with_its_numbers() {
    assertThat(StoppingCriterion.stop(limits(99, 3, 99, 99), population, 2, SOON))
        .contains("3 relaxations brought no new lowest structure (limit 3)");
    assertThat(StoppingCriterion.stop(limits(99, 99, 2, 99), population, 2, SOON))
        .contains("2 generations were made (limit 2)");
    assertThat(StoppingCriterion.stop(limits(99, 99, 99, 4), population, 2, SOON))
        .contains("4 structures were relaxed (limit 4)");
    assertThat(StoppingCriterion.stop(NEVER, population, 2, Duration.ofDays(2)))
        .contains("172800 s passed (limit 86400 s)");
  }

  private static StoppingSettings limits(
      int repeats, int withoutNewMinimum, int generations, int relaxations) {
    return new StoppingSettings(
        repeats, withoutNewMinimum, generations, relaxations, Duration.ofDays(1));
  }
}
