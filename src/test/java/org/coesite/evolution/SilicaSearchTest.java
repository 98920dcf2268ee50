package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches of Si3O6 with the shell model, in which alpha-quartz has -128.7044 eV per SiO2. */
class SilicaSearchTest {

  private static final EvolutionSettings SETTINGS = Silica.SETTINGS;

  private static SearchInMemory search(int relaxations) {
    return new SearchInMemory(
        SETTINGS,
        new StoppingSettings(2, 60, 99, relaxations, Duration.ofDays(1)),
        RelaxationSettings.defaults(List.of("sio2-bks-rep-c6", "sio2-slc")),
        new EmbeddedCalculator(PotentialLibrary.standard()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void a_search_from_nothing_ends_with_alpha_quartz(long seed) {
    Population population = search(60).run(evolution(seed));
    Phase lowest = population.lowest().orElseThrow();
    assertThat(lowest.energyPerAtom()).isBetween(-128.71 / 3, -128.701 / 3);
    assertThat(lowest.relaxed().spaceGroup().number()).isIn(152, 154);
    assertThat(lowest.firstRelaxation()).isLessThanOrEqualTo(60);
  }

  @Test
  void a_search_resumed_from_its_individuals_goes_on_as_if_undisturbed() {
    Evolution first = evolution(3);
    Population population = search(20).run(first);
    int generation =
        population.history().get(population.relaxations() - 1).candidate().generation();
    Evolution second = evolution(3);
    Population rebuilt = Population.of(SETTINGS, population.history());
    Selection selection = second.select(generation, rebuilt);
    assertThat(rebuilt.hash()).isEqualTo(population.hash());
    assertThat(selection).isEqualTo(first.select(generation, population));
    List<Candidate> offspring = first.mutate(selection, population);
    assertThat(second.mutate(selection, rebuilt)).isEqualTo(offspring);
    List<Candidate> candidates = first.generate(generation + 1, offspring, population);
    assertThat(second.generate(generation + 1, offspring, rebuilt)).isEqualTo(candidates);
    assertThat(candidates)
        .allSatisfy(
            hopeless ->
                assertThat(second.replacement(hopeless, rebuilt))
                    .isEqualTo(first.replacement(hopeless, population)));
  }

  private static Evolution evolution(long seed) {
    return new Evolution(SETTINGS, seed, SymmetryFinder.create());
  }
}
