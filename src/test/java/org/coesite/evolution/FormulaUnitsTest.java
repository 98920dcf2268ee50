package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.symmetry.SymmetryFinder;

/** Searches in which cells of several sizes compete. */
class FormulaUnitsTest {

  private static final Composition SILICA = Composition.parse("SiO2");
  private static final EvolutionSettings SETTINGS =
      EvolutionSettings.defaults(SILICA, new FormulaUnits(1, 2));

  @Example
  void random_structures_of_every_size_are_drawn_with_and_without_symmetry() {
    Evolution evolution = new Evolution(SETTINGS, 1, SymmetryFinder.create());
    Population nothing = Population.of(SETTINGS, List.of());
    List<Candidate> drawn =
        IntStream.range(0, 5)
            .mapToObj(generation -> evolution.generate(generation, List.of(), nothing))
            .flatMap(List::stream)
            .toList();
    assertThat(sizes(drawn, OperatorName.RANDOM)).containsExactlyInAnyOrder(3, 6);
    assertThat(sizes(drawn, OperatorName.SYMMETRIC_RANDOM)).containsExactlyInAnyOrder(3, 6);
  }

  private static Set<Integer> sizes(List<Candidate> drawn, OperatorName operator) {
    return drawn.stream()
        .filter(candidate -> candidate.origin().operator() == operator)
        .map(Candidate::structure)
        .peek(made -> assertThat(made.composition().reduced()).isEqualTo(SILICA))
        .map(Structure::size)
        .collect(Collectors.toSet());
  }

  @Property(tries = 20)
  void a_child_of_unlike_cells_holds_as_many_as_its_first_parent(@ForAll long seed) {
    UniformRandomProvider random = OperatorsTest.random(seed);
    Structure small = fixed(1, random);
    Structure large = fixed(2, random);
    CutAndSplice splice = new CutAndSplice(SETTINGS.startCell(), MinimumDistances.ofRatio(0.3), 0);
    for (List<Structure> parents : List.of(List.of(small, large), List.of(large, small))) {
      double volume = 12 * parents.get(0).size();
      Offspring child = splice.apply(new Ancestry(parents, volume, Set.of()), random);
      if (child instanceof Offspring.Made made) {
        assertThat(made.structure().composition()).isEqualTo(parents.get(0).composition());
        assertThat(made.structure().volumePerAtom()).isCloseTo(12, OperatorsTest.within());
      }
    }
  }

  private static Structure fixed(int units, UniformRandomProvider random) {
    return new RandomStructure(SETTINGS)
        .draw(SILICA.times(units), StartConditions.of(SETTINGS), random)
        .structure();
  }

  @Example
  void cells_of_three_and_six_atoms_breed_in_one_search() {
    SearchInMemory search =
        new SearchInMemory(
            SETTINGS,
            new StoppingSettings(99, 99, 3, 99, Duration.ofDays(1)),
            RelaxationSettings.defaults(List.of("sio2-bks-rep")),
            new EmbeddedCalculator(PotentialLibrary.standard()));

    Population population = search.run(new Evolution(SETTINGS, 1, SymmetryFinder.create()));

    List<Candidate> children =
        population.history().stream()
            .map(Individual::candidate)
            .filter(candidate -> !candidate.origin().parents().isEmpty())
            .toList();
    assertThat(children).extracting(child -> child.structure().size()).contains(3, 6);
    assertThat(children)
        .allSatisfy(
            child -> assertThat(child.structure().composition().reduced()).isEqualTo(SILICA));
    assertThat(population.phases())
        .extracting(phase -> phase.relaxed().structure().size())
        .contains(3, 6);
  }

  @Example
  void numbers_out_of_order_are_refused() {
    assertThatThrownBy(() -> new FormulaUnits(2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 to 1");
  }
}
