package org.coesite.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.coesite.evolution.OperatorsTest.random;

import java.util.Map;
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

  /** Counts of sublattices of index 1, 2, 3, 4 …: OEIS A001001. */
  @Example
  void there_are_as_many_matrices_as_sublattices() {
    assertThat(IntStream.rangeClosed(1, 8).map(n -> Supercell.matrices(n).size()))
        .containsExactly(1, 7, 13, 35, 31, 91, 57, 155);
  }

  @Property(tries = 20)
  void a_larger_cell_is_the_same_crystal(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int copies) {
    Structure quartz = Silica.quartz();
    Structure larger = Supercell.draw(quartz, copies, random(seed));
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
            .mapToObj(seed -> SubCell.draw(content, random(seed)))
            .peek(part -> assertThat(part.content().times(part.copies())).isEqualTo(content))
            .collect(Collectors.groupingBy(SubCell::copies, TreeMap::new, Collectors.counting()));
    assertThat(drawn).containsOnlyKeys(1, 2, 4, 8, 16);
    assertThat(drawn.get(8)).isGreaterThan(5 * drawn.get(16) / 2);
    assertThat(drawn.get(4)).isGreaterThan(2 * drawn.get(1));
  }

  @Example
  void a_single_formula_unit_has_no_parts() {
    assertThat(SubCell.draw(Composition.parse("SiO2"), random(1)).copies()).isEqualTo(1);
  }
}
