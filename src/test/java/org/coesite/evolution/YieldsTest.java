package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class YieldsTest {

  private static final int LOWEST = 4;

  @Test
  void before_the_first_relaxation_everything_is_as_likely() {
    Yields yields = yields(List.of());
    assertThat(yields.of(OperatorName.STRAIN)).isEqualTo(1);
    assertThat(yields.of(OperatorName.RANDOM, 1)).isEqualTo(1);
    assertThat(yields.ofOffspring()).isEqualTo(1);
  }

  @Test
  void what_finds_low_structures_is_chosen_more_often_than_what_finds_high_ones() {
    List<Individual> history = new ArrayList<>();
    for (int slot = 0; slot < 20; slot++) {
      boolean low = slot % 2 == 0;
      OperatorName operator = low ? OperatorName.SYMMETRIC_RANDOM : OperatorName.RANDOM;
      history.add(Histories.kept(0, slot, low ? -42 - 0.1 * slot : -40, origin(operator, 1)));
    }
    Yields yields = yields(history);
    // 4 and 0 of 10, with 10 more at the overall 4 of 20.
    assertThat(yields.of(OperatorName.SYMMETRIC_RANDOM, 3)).isEqualTo(6.0 / 20 / 0.2);
    assertThat(yields.of(OperatorName.RANDOM, 3)).isEqualTo(2.0 / 20 / 0.2);
  }

  @Test
  void parts_that_only_find_again_what_is_known_fade() {
    List<Individual> history = new ArrayList<>();
    history.add(Histories.kept(0, 0, -42, origin(OperatorName.RANDOM, 3)));
    history.add(Histories.kept(0, 1, -41, origin(OperatorName.RANDOM, 1)));
    double before = yields(history).of(OperatorName.RANDOM, 1);
    for (int slot = 2; slot < 60; slot++) {
      Origin again = origin(OperatorName.RANDOM, 3);
      history.add(Histories.duplicate(0, slot, -42 - 1e-6 * slot, again, "g000s00"));
    }
    Yields yields = yields(history);
    assertThat(before).isEqualTo(1);
    assertThat(yields.of(OperatorName.RANDOM, 1)).isLessThan(0.7);
    assertThat(yields.of(OperatorName.RANDOM, 3)).isGreaterThan(2);
  }

  @Test
  void no_way_dies_out() {
    List<Individual> history = new ArrayList<>();
    for (int slot = 0; slot < 400; slot++) {
      OperatorName operator = slot < LOWEST ? OperatorName.RANDOM : OperatorName.STRAIN;
      history.add(Histories.kept(0, slot, slot < LOWEST ? -42 : -40, origin(operator, 1)));
    }
    Yields yields = yields(history);
    assertThat(yields.of(OperatorName.STRAIN)).isEqualTo(0.1);
    assertThat(yields.of(OperatorName.RANDOM, 3)).isEqualTo(10);
  }

  @Test
  void without_adaptation_every_factor_is_one_but_the_figures_are_kept() {
    List<Individual> history =
        List.of(Histories.kept(0, 0, -42, origin(OperatorName.STRAIN, 1)), Histories.failed(0, 1));
    Population population = Population.of(Silica.SETTINGS.with(Heuristics.NONE), history);
    assertThat(population.yields().of(OperatorName.STRAIN)).isEqualTo(1);
    assertThat(population.yields().ofRandom()).isEqualTo(1);
    assertThat(population.exploration().yields())
        .containsExactly(
            new Exploration.Yield("random", 3, 1, 0, 0),
            new Exploration.Yield("strain", 0, 1, 1, 1));
  }

  @Test
  void starts_that_were_replaced_are_charged_to_what_made_them() {
    Candidate hopeless = new Candidate(0, 0, origin(OperatorName.STRAIN, 1), Silica.quartz());
    Origin instead =
        new Origin(
            OperatorName.RANDOM,
            List.of(),
            Start.replacing(hopeless, origin(OperatorName.RANDOM, 3).draws()));
    assertThat(Histories.population(Histories.kept(0, 0, -42, instead)).exploration().yields())
        .containsExactly(
            new Exploration.Yield("random", 1, 1, 1, 1),
            new Exploration.Yield("strain", 0, 1, 0, 0));
  }

  @Test
  void what_was_met_once_tells_how_much_was_not_met() {
    Origin again = origin(OperatorName.RANDOM, 1);
    List<Individual> history =
        List.of(
            Histories.kept(0, 0, -42),
            Histories.kept(0, 1, -41),
            Histories.duplicate(0, 2, -42, again, "g000s00"),
            Histories.duplicate(0, 3, -42, again, "g000s00"));
    assertThat(Population.of(Silica.SETTINGS, history).exploration().unseen()).isEqualTo(0.25);
    assertThat(Population.of(Silica.SETTINGS, List.of()).exploration().unseen()).isEqualTo(1);
  }

  private static Yields yields(List<Individual> history) {
    return Yields.of(history, Population.of(Silica.SETTINGS, history).phases(), LOWEST, true);
  }

  /** Of nine atoms, three formula units, in so many copies of a part. */
  private static Origin origin(OperatorName operator, int copies) {
    return new Origin(
        operator, List.of(), new TreeMap<>(Map.of(SubCell.COPIES, Integer.toString(copies))));
  }
}
