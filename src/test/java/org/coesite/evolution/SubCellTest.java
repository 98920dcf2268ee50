package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.coesite.evolution.OperatorsTest.random;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;
import org.coesite.similarity.Comparison;
import org.coesite.symmetry.SymmetryFinder;

class SubCellTest {

  private static final SymmetryFinder FINDER = SymmetryFinder.create();

  /** There are seven sublattices of index two, each with its own vectors. */
  @Example
  void every_sublattice_is_drawn() {
    Structure cell = Silica.quartz();
    CellBounds wide = new CellBounds(0, 1000, 0, 180, 0, 1000);
    Set<String> lattices =
        IntStream.range(0, 400)
            .mapToObj(seed -> Supercell.matrix(2, random(seed)))
            .map(Arrays::deepToString)
            .collect(Collectors.toSet());
    assertThat(lattices).hasSize(7);
    assertThat(Supercell.draw(cell, 2, wide, random(1))).isPresent();
  }

  @Example
  void a_cell_out_of_bounds_is_not_made() {
    CellBounds narrow = new CellBounds(2, 6, 35, 145, 0, 1000);
    assertThat(Supercell.draw(Silica.quartz(), 4, narrow, random(1))).isEmpty();
    Offspring.Made part = new Offspring.Made(Silica.quartz(), new TreeMap<>());
    assertThat(new SubCell(part.structure().composition(), 4).repeated(part, narrow, random(1)))
        .isEmpty();
  }

  @Example
  void a_search_whose_parts_do_not_fit_draws_whole_cells() {
    EvolutionSettings usual = EvolutionSettings.defaults(Composition.parse("Si4O8"));
    EvolutionSettings tight =
        GrouplessSettings.of(
            usual,
            usual.startVolumePerAtom(),
            new CellBounds(4, 7, 60, 120, 0, 1000),
            Heuristics.ALL);
    Population nothing = Population.of(tight, List.of());
    assertThat(new Evolution(tight, 1, FINDER).generate(0, List.of(), nothing))
        .allSatisfy(
            candidate -> {
              assertThat(candidate.structure().size()).isEqualTo(12);
              assertThat(tight.startCell().violation(candidate.structure().lattice(), 12))
                  .isEmpty();
            });
  }

  @Property(tries = 20)
  void a_larger_cell_is_the_same_crystal(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int copies) {
    Structure quartz = Silica.quartz();
    CellBounds wide = new CellBounds(0, 1000, 0, 180, 0, 1000);
    Structure larger = Supercell.draw(quartz, copies, wide, random(seed)).orElseThrow();
    assertThat(larger.composition()).isEqualTo(quartz.composition().times(copies));
    assertThat(larger.volumePerAtom()).isCloseTo(quartz.volumePerAtom(), within(1e-9));
    Comparison comparison = Comparison.of(quartz, larger, FINDER);
    assertThat(comparison.oganovValle()).isLessThan(1e-6);
    assertThat(comparison.first()).isEqualTo(comparison.second());
  }

  @Example
  void parts_of_every_size_are_drawn_but_small_and_large_ones_less() {
    Composition content = Composition.parse("Ti16O32");
    Map<Integer, Long> drawn =
        IntStream.range(0, 2000)
            .mapToObj(seed -> SubCell.draw(content, copies -> 1, random(seed)))
            .peek(part -> assertThat(part.content().times(part.copies())).isEqualTo(content))
            .collect(Collectors.groupingBy(SubCell::copies, TreeMap::new, Collectors.counting()));
    assertThat(drawn).containsOnlyKeys(1, 2, 4, 8, 16);
    assertThat(drawn.get(8)).isGreaterThan(5 * drawn.get(16) / 2);
    assertThat(drawn.get(4)).isGreaterThan(2 * drawn.get(1));
  }

  @Example
  void parts_that_gave_more_are_drawn_more_often() {
    Composition content = Composition.parse("Ti16O32");
    assertThat(whole(content, 1)).isBetween(40L, 160L);
    assertThat(whole(content, 10)).isBetween(400L, 700L);
  }

  /**
   * How many of 1000 draws are the whole cell, where it gave so many times as much as its parts.
   */
  private static long whole(Composition content, double factor) {
    return IntStream.range(0, 1000)
        .mapToObj(seed -> SubCell.draw(content, copies -> copies == 1 ? factor : 1, random(seed)))
        .filter(part -> part.copies() == 1)
        .count();
  }

  @Example
  void few_parts_of_few_atoms_have_a_group_and_most_of_many_atoms_but_some_of_each_kind() {
    EvolutionSettings settings =
        EvolutionSettings.defaults(Composition.parse("Si8O16"))
            .with(new Heuristics(true, false, false, false, false, false, false));
    RandomStructures structures = new RandomStructures(settings, new RandomStreams(1));
    Population nothing = Population.of(settings, List.of());
    Map<Integer, List<Boolean>> grouped =
        IntStream.range(0, 400)
            .mapToObj(slot -> structures.candidate(0, slot, nothing, Starts.of(nothing)).origin())
            .collect(
                Collectors.groupingBy(
                    origin -> Integer.valueOf(origin.draws().getOrDefault(SubCell.COPIES, "1")),
                    Collectors.mapping(
                        origin -> origin.operator() == OperatorName.SYMMETRIC_RANDOM,
                        Collectors.toList())));
    assertThat(share(grouped.get(4))).isBetween(0.04, 0.2);
    assertThat(share(grouped.get(2))).isBetween(0.55, 0.85);
    assertThat(share(grouped.get(1))).isBetween(0.8, 0.999);
  }

  private static double share(List<Boolean> withGroup) {
    return withGroup.stream().filter(one -> one).count() / (double) withGroup.size();
  }

  @Example
  void a_single_formula_unit_has_no_parts() {
    assertThat(SubCell.draw(Composition.parse("SiO2"), copies -> 1, random(1)).copies())
        .isEqualTo(1);
  }
}
