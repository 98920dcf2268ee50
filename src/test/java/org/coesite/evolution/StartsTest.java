package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.coesite.evolution.WyckoffAssignment.Orbit;
import org.coesite.symmetry.SymmetryFinder;
import org.coesite.symmetry.WyckoffPosition;
import org.coesite.symmetry.WyckoffPositions;
import org.junit.jupiter.api.Test;

class StartsTest {

  private static final WyckoffPositions FLUORITE = WyckoffPositions.of(225);
  private static final WyckoffPositions RUTILE = WyckoffPositions.of(136);

  @Test
  void a_cubic_choice_without_free_coordinate_is_spent_after_one_start() {
    List<Orbit> orbits = List.of(orbit(FLUORITE, "a", Element.SI), orbit(FLUORITE, "c", Element.O));
    Starts starts = Starts.of(population());
    assertThat(starts.isSpent(225, orbits, 1)).isFalse();
    starts.add(started(225, "Si 4a, O 8c", "1"));
    assertThat(starts.isSpent(225, orbits, 1)).isTrue();
  }

  @Test
  void the_order_of_the_positions_does_not_matter_but_the_number_of_parts_does() {
    List<Orbit> orbits = List.of(orbit(FLUORITE, "c", Element.O), orbit(FLUORITE, "a", Element.SI));
    Starts starts = Starts.of(population(started(225, "Si 4a, O 8c", "1")));
    assertThat(starts.isSpent(225, orbits, 1)).isTrue();
    assertThat(starts.isSpent(225, orbits, 2)).isFalse();
  }

  @Test
  void each_free_parameter_allows_two_more_starts() {
    // The axial ratio and the place of the anion.
    List<Orbit> orbits =
        List.of(orbit(RUTILE, "a", Element.ofSymbol("Ti")), orbit(RUTILE, "f", Element.O));
    Starts starts = Starts.of(population());
    for (int start = 1; start <= 5; start++) {
      assertThat(starts.isSpent(136, orbits, 1)).as("after %d", start - 1).isFalse();
      starts.add(started(136, "Ti 2a, O 4f", "1"));
    }
    assertThat(starts.isSpent(136, orbits, 1)).isTrue();
  }

  @Test
  void starts_that_could_not_be_relaxed_count_through_what_took_their_place() {
    List<Orbit> orbits = List.of(orbit(FLUORITE, "a", Element.SI), orbit(FLUORITE, "c", Element.O));
    Candidate hopeless = started(225, "Si 4a, O 8c", "1");
    Candidate second = instead(hopeless, started(136, "Ti 2a, O 4f", "1"));
    Candidate third = instead(second, new Candidate(0, 0, Histories.random(), Silica.quartz()));
    assertThat(Starts.of(population()).isSpent(225, orbits, 1)).isFalse();
    assertThat(Starts.of(population(third)).isSpent(225, orbits, 1)).isTrue();
    assertThat(Start.allOf(third))
        .extracting(Start::spaceGroup, Start::wyckoff)
        .containsExactly(tuple(225, "Si 4a, O 8c"), tuple(136, "Ti 2a, O 4f"), tuple(0, ""));
  }

  private static Candidate instead(Candidate hopeless, Candidate next) {
    Origin origin =
        new Origin(
            next.origin().operator(), List.of(), Start.replacing(hopeless, next.origin().draws()));
    return new Candidate(0, 0, origin, next.structure());
  }

  @Test
  void within_a_generation_no_start_is_made_from_a_spent_choice() {
    EvolutionSettings usual = EvolutionSettings.defaults(Composition.parse("SrTiO3"));
    EvolutionSettings repeating = usual.with(Heuristics.NONE);
    assertThat(spent(usual)).isZero();
    assertThat(spent(repeating)).isPositive();
  }

  /** How many of 132 structures have a cubic choice without freedom that stood before. */
  private static long spent(EvolutionSettings settings) {
    Evolution evolution = new Evolution(settings, 7, SymmetryFinder.create());
    List<Candidate> candidates = new ArrayList<>();
    for (int generation = 0; generation < 8; generation++) {
      Population before = population(candidates.toArray(Candidate[]::new));
      candidates.addAll(evolution.generate(generation, List.of(), before));
    }
    List<String> rigid =
        candidates.stream()
            .map(candidate -> candidate.origin().draws())
            .filter(draws -> draws.containsKey(SymmetricRandomStructure.WYCKOFF))
            .filter(
                draws -> Integer.parseInt(draws.get(SymmetricRandomStructure.SPACE_GROUP)) >= 195)
            .filter(StartsTest::isRigid)
            .map(
                draws ->
                    draws.get(SymmetricRandomStructure.SPACE_GROUP)
                        + draws.get(SymmetricRandomStructure.WYCKOFF)
                        + draws.get(SubCell.COPIES))
            .toList();
    assertThat(rigid).isNotEmpty();
    return rigid.size() - rigid.stream().distinct().count();
  }

  private static boolean isRigid(Map<String, String> draws) {
    WyckoffPositions group =
        WyckoffPositions.of(Integer.parseInt(draws.get(SymmetricRandomStructure.SPACE_GROUP)));
    return Stream.of(draws.get(SymmetricRandomStructure.WYCKOFF).split(", "))
        .map(words -> words.substring(words.length() - 1))
        .allMatch(letter -> position(group, letter).degreesOfFreedom() == 0);
  }

  private static Candidate started(int group, String wyckoff, String copies) {
    Origin origin =
        new Origin(
            OperatorName.SYMMETRIC_RANDOM,
            List.of(),
            new TreeMap<>(
                Map.of(
                    SymmetricRandomStructure.SPACE_GROUP, Integer.toString(group),
                    SymmetricRandomStructure.WYCKOFF, wyckoff,
                    SubCell.COPIES, copies)));
    return new Candidate(0, 0, origin, Silica.quartz());
  }

  private static Population population(Candidate... candidates) {
    return Population.of(
        Silica.SETTINGS,
        Stream.of(candidates)
            .map(
                candidate ->
                    Histories.kept(
                        candidate.generation(), candidate.slot(), -42, candidate.origin()))
            .toList());
  }

  private static Orbit orbit(WyckoffPositions group, String letter, Element element) {
    return new Orbit(element, position(group, letter));
  }

  private static WyckoffPosition position(WyckoffPositions group, String letter) {
    return group.positions().stream()
        .filter(position -> position.letter().equals(letter))
        .findFirst()
        .orElseThrow();
  }
}
