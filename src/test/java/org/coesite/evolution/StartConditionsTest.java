package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coesite.evolution.OperatorsTest.random;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.PeriodicImages;
import org.coesite.crystal.Structure;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;

class StartConditionsTest {

  private static final StartConditions USUAL = StartConditions.of(Silica.SETTINGS);

  @Test
  void before_three_structures_are_known_the_settings_hold() {
    assertThat(StartConditions.learnt(Silica.SETTINGS, population(2), random(1)).volumePerAtom())
        .isEqualTo(USUAL.volumePerAtom());
  }

  @Test
  void distances_are_most_of_those_in_what_was_found() {
    for (int seed = 0; seed < 20; seed++) {
      MinimumDistances learnt =
          StartConditions.learnt(Silica.SETTINGS, population(3), random(seed)).distances();
      assertThat(learnt.between(Element.SI, Element.O)).isBetween(0.8 * 1.59, 0.95 * 1.62);
      assertThat(learnt.between(Element.O, Element.SI))
          .isEqualTo(learnt.between(Element.SI, Element.O));
      assertThat(learnt.between(Element.O, Element.O)).isBetween(0.8 * 2.5, 0.95 * 2.7);
      assertThat(learnt.between(Element.SI, Element.SI)).isGreaterThan(2.3);
    }
  }

  @Test
  void the_volume_goes_to_that_of_what_was_found() {
    Population found = population(3);
    double learnt = StartConditions.learnt(Silica.SETTINGS, found, random(1)).volumePerAtom();
    // Half of the way from 13.7 Å³ to some 12.1 of the found, and a twentieth more.
    assertThat(learnt).isBetween(13.3, 13.65);
    assertThat(learnt).isLessThan(USUAL.volumePerAtom());
  }

  @Test
  void a_random_structure_of_a_search_that_does_not_learn_is_that_of_the_settings() {
    EvolutionSettings plain = Silica.SETTINGS.with(Heuristics.NONE);
    assertThat(
            new Evolution(plain, 1, SymmetryFinder.create()).generate(1, List.of(), population(3)))
        .isEqualTo(
            new Evolution(plain, 1, SymmetryFinder.create()).generate(1, List.of(), population(0)));
    EvolutionSettings learning =
        Silica.SETTINGS.with(new Heuristics(false, true, false, false, false, false, false));
    assertThat(
            new Evolution(learning, 1, SymmetryFinder.create())
                .generate(1, List.of(), population(3)))
        .isNotEqualTo(
            new Evolution(learning, 1, SymmetryFinder.create())
                .generate(1, List.of(), population(0)));
  }

  @Test
  void most_whole_cells_without_a_group_have_no_short_vector() {
    assertThat(compact(new Heuristics(false, false, true, false, false, false, false)))
        .isBetween(70L, 99L);
    assertThat(compact(Heuristics.NONE)).isLessThan(60);
  }

  /** How many of a hundred cells have no vector below 0.9 of the edge of a cube. */
  private static long compact(Heuristics heuristics) {
    RandomStructures structures =
        new RandomStructures(Silica.SETTINGS.with(heuristics), new RandomStreams(1));
    Population nothing = population(0);
    return IntStream.range(0, 1000)
        .mapToObj(slot -> structures.candidate(0, slot, nothing, Starts.of(nothing)))
        .filter(candidate -> candidate.origin().operator() == OperatorName.RANDOM)
        .limit(100)
        .map(candidate -> candidate.structure().lattice())
        .filter(
            lattice ->
                new PeriodicImages(lattice).shortestTranslation()
                    >= 0.9 * Math.cbrt(lattice.volume()))
        .count();
  }

  /** Quartz and somewhat larger cells of it. */
  private static Population population(int structures) {
    List<Individual> found =
        IntStream.range(0, structures).mapToObj(StartConditionsTest::individual).toList();
    return Population.of(Silica.SETTINGS, found);
  }

  private static Individual individual(int slot) {
    Structure quartz = Silica.quartz();
    Lattice lattice = quartz.lattice();
    Structure structure = quartz.with(lattice.scaledTo(lattice.volume() * (1 + 0.01 * slot)));
    Origin origin = new Origin(OperatorName.RANDOM, List.of(), new TreeMap<>());
    return new Individual(
        new Candidate(0, slot, origin, structure),
        Optional.of(
            new RelaxedStructure(
                structure,
                -42 + 0.1 * slot,
                SymmetryFinder.create().find(structure, 0.02).spaceGroup())),
        new Verdict.Kept());
  }
}
