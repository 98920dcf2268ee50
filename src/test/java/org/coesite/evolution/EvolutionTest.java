package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.coesite.evolution.Histories.kept;
import static org.coesite.evolution.Histories.origin;
import static org.coesite.evolution.Histories.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coesite.crystal.Composition;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;

class EvolutionTest {

  private static final Population NOTHING = Population.of(Silica.SETTINGS, List.of());

  private final Evolution evolution = evolution(1);

  private static Evolution evolution(long seed) {
    return new Evolution(Silica.SETTINGS, seed, SymmetryFinder.create());
  }

  @Test
  void the_first_generation_is_all_random() {
    List<Candidate> candidates = evolution.generate(0, List.of(), NOTHING);
    assertThat(candidates).hasSize(Silica.SETTINGS.size());
    assertThat(candidates).extracting(Candidate::slot).startsWith(0, 1, 2).endsWith(19);
    assertThat(candidates).allMatch(candidate -> candidate.origin().parents().isEmpty());
  }

  @Test
  void the_same_seed_gives_the_same_structures_and_another_seed_others() {
    assertThat(evolution(1).generate(3, List.of(), NOTHING))
        .isEqualTo(evolution.generate(3, List.of(), NOTHING));
    assertThat(evolution(2).generate(3, List.of(), NOTHING))
        .isNotEqualTo(evolution.generate(3, List.of(), NOTHING));
  }

  @Test
  void what_people_give_takes_the_slots_of_random_structures_in_its_order() {
    List<Candidate> without = evolution.generate(0, List.of(), NOTHING);

    List<Candidate> with = evolution.generate(0, List.of(), injected(2), NOTHING);

    assertThat(with).hasSameSizeAs(without);
    assertThat(with.get(0).origin().operator()).isEqualTo(OperatorName.INJECTED);
    assertThat(with.get(0).origin().draws())
        .containsExactly(
            entry("file", "quartz.cif"),
            entry("injectedBy", "me"),
            entry("number", "1"),
            entry("sha256", "12ab"));
    assertThat(with.get(1).origin().draws()).containsEntry("number", "2");
    assertThat(with.get(1).structure()).isEqualTo(Silica.quartz());
    assertThat(with.subList(2, with.size()))
        .allMatch(candidate -> candidate.origin().operator().isRandom());
  }

  @Test
  void more_than_the_random_ones_make_a_generation_larger_and_leave_the_offspring() {
    List<Candidate> offspring = evolution.generate(1, List.of(), NOTHING).subList(0, 14);

    List<Candidate> candidates = evolution.generate(1, offspring, injected(5), NOTHING);

    assertThat(candidates).hasSize(19).startsWith(offspring.toArray(Candidate[]::new));
    assertThat(candidates).extracting(Candidate::id).doesNotHaveDuplicates();
  }

  private static List<Injected> injected(int number) {
    return IntStream.rangeClosed(1, number)
        .mapToObj(n -> new Injected(n, "quartz.cif", "12ab", "me", Silica.quartz()))
        .toList();
  }

  @Test
  void a_later_generation_is_the_best_and_mutants_and_fresh_random_ones() {
    Population population =
        population(kept(0, 0, -42), kept(0, 1, -41), kept(0, 2, -42.5), kept(0, 3, -41.5));
    Selection selection = evolution.select(0, population);
    assertThat(selection.generation()).isEqualTo(1);
    assertThat(selection.carriedOver()).containsExactly("g000s02", "g000s00", "g000s03", "g000s01");
    assertThat(selection.offspring()).hasSize(8);
    List<Candidate> offspring = evolution.mutate(selection, population);
    assertThat(offspring).hasSize(8).isEqualTo(evolution(1).mutate(selection, population));
    List<Candidate> candidates = evolution.generate(1, offspring, NOTHING);
    assertThat(candidates).hasSize(16).startsWith(offspring.toArray(Candidate[]::new));
    assertThat(candidates).extracting(Candidate::id).doesNotHaveDuplicates();
  }

  @Test
  void neither_offspring_nor_fresh_structures_die_out_whatever_they_gave() {
    List<Individual> bred = new ArrayList<>();
    List<Individual> fresh = new ArrayList<>();
    for (int slot = 0; slot < 260; slot++) {
      boolean low = slot < 10;
      Origin strain = Histories.origin(OperatorName.STRAIN, "g000s00");
      bred.add(kept(0, slot, low ? -42 : -40, low ? strain : Histories.random()));
      fresh.add(kept(0, slot, low ? -42 : -40, low ? Histories.random() : strain));
    }
    assertThat(offspring(bred)).isBetween(12, 15);
    assertThat(offspring(fresh)).isBetween(1, 4);
  }

  private int offspring(List<Individual> history) {
    return evolution.select(0, Population.of(Silica.SETTINGS, history)).offspring().size();
  }

  @Test
  void without_any_structure_the_next_generation_is_random() {
    Selection selection = evolution.select(0, population(Histories.failed(0, 0)));
    assertThat(selection.carriedOver()).isEmpty();
    assertThat(selection.offspring()).isEmpty();
    assertThat(evolution.generate(1, evolution.mutate(selection, population()), population()))
        .hasSize(16);
  }

  @Test
  void two_children_of_one_generation_use_different_soft_modes_of_a_parent() {
    Population population = population(kept(0, 0, -42));
    List<Selection.Mating> matings =
        List.of(
            new Selection.Mating(0, OperatorName.SOFT_MUTATION, List.of("g000s00")),
            new Selection.Mating(1, OperatorName.SOFT_MUTATION, List.of("g000s00")));
    Set<String> modes =
        evolution.mutate(new Selection(1, List.of(), matings), population).stream()
            .map(candidate -> candidate.origin().draws().get(SoftMutation.MODE))
            .collect(Collectors.toSet());
    assertThat(modes).hasSize(2);
  }

  @Test
  void where_an_operator_always_refuses_a_random_structure_steps_in_and_says_so() {
    Individual[] worn = new Individual[25];
    worn[0] = kept(0, 0, -42);
    for (int mode = 0; mode < 24; mode++) {
      worn[mode + 1] =
          Histories.duplicate(1, mode, -41.999, Histories.softMutation("g000s00", mode), "g000s00");
    }
    Selection.Mating mating =
        new Selection.Mating(0, OperatorName.SOFT_MUTATION, List.of("g000s00"));
    Candidate child =
        evolution.mutate(new Selection(2, List.of(), List.of(mating)), population(worn)).get(0);
    assertThat(child.origin().operator()).isIn(OperatorName.RANDOM, OperatorName.SYMMETRIC_RANDOM);
    assertThat(child.origin().parents()).isEmpty();
    assertThat(child.origin().draws())
        .containsEntry("insteadOf", "softMutation")
        .hasEntrySatisfying("refusals", text -> assertThat(text).contains("24 used"));
  }

  @Test
  void settings_that_leave_no_room_are_named_with_their_limits() {
    EvolutionSettings tight =
        new EvolutionSettings(
            Composition.parse("Si3O6"),
            FormulaUnits.ONE,
            OptionalDouble.of(2),
            2,
            new TreeMap<>(Map.of("Si-O", 1.45)),
            0.7,
            0,
            Silica.SETTINGS.startCell(),
            Silica.SETTINGS.relaxedCell(),
            20,
            0.2,
            0.4,
            Silica.SETTINGS.operators(),
            0.01,
            0.01,
            Heuristics.NONE);
    Evolution cramped = new Evolution(tight, 1, SymmetryFinder.create());
    assertThatThrownBy(() -> cramped.generate(0, List.of(), NOTHING))
        .isInstanceOf(NoRandomStructureException.class)
        .hasMessage(
            "no random structure of Si3O6 at 2.0 Å³/atom with O-O ≥ 0.92 Å, Si-O ≥ 1.45 Å,"
                + " Si-Si ≥ 1.55 Å after 10000 attempts");
  }

  @Test
  void a_pair_that_was_joined_is_not_selected_again() {
    Population population =
        population(
            kept(0, 0, -42),
            kept(0, 1, -41.9),
            Histories.duplicate(
                1, 0, -42, origin(OperatorName.CUT_AND_SPLICE, "g000s00", "g000s01"), "g000s00"));
    assertThat(evolution.select(1, population).offspring())
        .extracting(Selection.Mating::operator)
        .isNotEmpty()
        .doesNotContain(OperatorName.CUT_AND_SPLICE);
  }
}
