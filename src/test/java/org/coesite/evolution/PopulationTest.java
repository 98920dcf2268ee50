package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.coesite.evolution.Histories.duplicate;
import static org.coesite.evolution.Histories.failed;
import static org.coesite.evolution.Histories.kept;
import static org.coesite.evolution.Histories.origin;
import static org.coesite.evolution.Histories.population;
import static org.coesite.evolution.Histories.random;
import static org.coesite.evolution.Histories.softMutation;

import java.util.List;
import org.junit.jupiter.api.Test;

class PopulationTest {

  @Test
  void phases_are_sorted_by_energy_and_failures_are_only_counted() {
    Population population = population(kept(0, 0, -42.1), failed(0, 1), kept(0, 2, -42.9));
    assertThat(population.phases()).extracting(Phase::id).containsExactly("g000s02", "g000s00");
    assertThat(population.relaxations()).isEqualTo(3);
    assertThat(population.lowest().orElseThrow().firstRelaxation()).isEqualTo(3);
  }

  @Test
  void a_lower_duplicate_stands_for_its_phase_and_is_found_under_all_ids() {
    Population population =
        population(
            kept(0, 0, -42.9000),
            duplicate(0, 1, -42.9003, random(), "g000s00"),
            duplicate(1, 0, -42.9001, random(), "g000s01"));
    Phase phase = population.lowest().orElseThrow();
    assertThat(phase.id()).isEqualTo("g000s01");
    assertThat(phase.hits()).isEqualTo(3);
    assertThat(phase.firstGeneration()).isZero();
    assertThat(phase.energyPerAtom()).isEqualTo(-42.9003);
    assertThat(population.phaseOf("g001s00")).contains(phase);
    assertThat(population.phaseOf("g000s00")).contains(phase);
  }

  @Test
  void lineages_with_a_common_random_ancestor_count_once() {
    Population population =
        population(
            kept(0, 0, -42.0),
            kept(0, 1, -42.1),
            kept(1, 0, -42.9, origin(OperatorName.STRAIN, "g000s00")),
            duplicate(
                1, 1, -42.9, origin(OperatorName.CUT_AND_SPLICE, "g000s00", "g000s01"), "g001s00"),
            duplicate(1, 2, -42.9, random(), "g001s00"),
            duplicate(2, 0, -42.9, origin(OperatorName.STRAIN, "g001s02"), "g001s00"),
            duplicate(2, 1, -42.9, origin(OperatorName.STRAIN, "g000s01"), "g001s00"));
    Phase phase = population.lowest().orElseThrow();
    assertThat(phase.hits()).isEqualTo(5);
    assertThat(phase.lineages()).isEqualTo(3);
  }

  @Test
  void pairings_and_soft_modes_follow_from_the_origins() {
    Population population =
        population(
            kept(0, 0, -42.0),
            kept(0, 1, -42.1),
            duplicate(0, 2, -42.01, random(), "g000s00"),
            kept(1, 0, -41.9, origin(OperatorName.CUT_AND_SPLICE, "g000s00", "g000s01")),
            kept(1, 1, -41.8, softMutation("g000s02", 4)));
    Phase first = population.phaseOf("g000s00").orElseThrow();
    Phase second = population.phaseOf("g000s01").orElseThrow();
    assertThat(first.id()).isEqualTo("g000s02");
    assertThat(first.timesPaired()).isEqualTo(1);
    assertThat(first.softModesUsed()).containsExactly(4);
    assertThat(second.timesPaired()).isEqualTo(1);
    assertThat(population.paired(second, first)).isTrue();
    assertThat(population.paired(first, population.phaseOf("g001s00").orElseThrow())).isFalse();
  }

  @Test
  void the_wait_for_a_new_minimum_starts_again_with_each_one() {
    Individual[] history = {kept(0, 0, -42.0), kept(0, 1, -42.9), failed(0, 2), kept(0, 3, -42.5)};
    assertThat(population(history).relaxationsSinceNewMinimum()).isEqualTo(2);
    assertThat(population().relaxationsSinceNewMinimum()).isZero();
  }

  @Test
  void the_scaling_volume_moves_halfway_to_the_best_fifth_with_each_generation() {
    double start = StartVolume.of(Silica.SETTINGS) * 9;
    double quartz = Silica.quartz().lattice().volume();
    assertThat(population().scalingVolume()).isEqualTo(start);
    assertThat(population(kept(0, 0, -42)).scalingVolume())
        .isCloseTo((start + quartz) / 2, within(1e-9));
    assertThat(population(kept(0, 0, -42), failed(1, 0)).scalingVolume())
        .isCloseTo(start / 4 + 3 * quartz / 4, within(1e-9));
  }

  @Test
  void a_population_rebuilt_from_history_equals_the_one_that_grew() {
    List<Individual> first = List.of(kept(0, 0, -42.0), kept(0, 1, -42.1), failed(0, 2));
    List<Individual> second =
        List.of(
            kept(1, 0, -42.3, origin(OperatorName.CUT_AND_SPLICE, "g000s00", "g000s01")),
            duplicate(1, 1, -42.2, random(), "g000s01"));
    Population grown = Population.of(Silica.SETTINGS, first).with(second);
    Population rebuilt =
        population(first.get(0), first.get(1), first.get(2), second.get(0), second.get(1));
    assertThat(rebuilt.phases()).isEqualTo(grown.phases());
    assertThat(rebuilt.hash()).isEqualTo(grown.hash());
    assertThat(rebuilt.scalingVolume()).isEqualTo(grown.scalingVolume());
  }

  @Test
  void the_hash_tells_populations_apart_and_forgives_the_last_digits() {
    String hash = population(kept(0, 0, -42.1)).hash();
    assertThat(hash).matches("[0-9a-f]{64}");
    assertThat(population(kept(0, 0, -42.1 + 1e-10)).hash()).isEqualTo(hash);
    assertThat(population(kept(0, 0, -42.2)).hash()).isNotEqualTo(hash);
    assertThat(population(kept(0, 1, -42.1)).hash()).isNotEqualTo(hash);
  }

  @Test
  void a_duplicate_of_nothing_is_refused() {
    assertThatThrownBy(() -> population(duplicate(0, 1, -42, random(), "g000s00")))
        .hasMessage("g000s01 is called a duplicate of g000s00, which found nothing");
  }
}
