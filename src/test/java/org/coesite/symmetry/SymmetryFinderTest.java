package org.coesite.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.PeriodicDistances;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.SymmetryOperation;
import org.coesite.crystal.Vector3;
import org.junit.jupiter.api.Test;

class SymmetryFinderTest {

  private final SymmetryFinder finder = SymmetryFinder.create();

  /** Levien, Prewitt and Weidner, Am. Mineral. 65, 920 (1980). */
  private static final Structure QUARTZ =
      new Structure(
          Lattice.fromParameters(4.916, 4.916, 5.4054, 90, 90, 120),
          List.of(
              silicon(0.4697, 0, 2 / 3.0),
              silicon(0, 0.4697, 1 / 3.0),
              silicon(0.5303, 0.5303, 0),
              oxygen(0.4135, 0.2669, 0.1191 + 2 / 3.0),
              oxygen(0.7331, 0.1466, 0.1191 + 1 / 3.0),
              oxygen(0.8534, 0.5865, 0.1191),
              oxygen(0.2669, 0.4135, -0.1191 + 1 / 3.0),
              oxygen(0.1466, 0.7331, -0.1191 + 2 / 3.0),
              oxygen(0.5865, 0.8534, -0.1191)));

  @Test
  void quartz_is_trigonal_with_silicon_on_the_twofold_axes() {
    Symmetry symmetry = finder.find(QUARTZ, 1e-3);

    assertThat(symmetry.spaceGroup()).isEqualTo(new SpaceGroup(154, "P3_221"));
    assertThat(symmetry.operations()).hasSize(6);
    assertThat(symmetry.wyckoffLetters())
        .containsExactly("a", "a", "a", "c", "c", "c", "c", "c", "c");
    assertThat(symmetry.equivalentSites()).containsExactly(0, 0, 0, 3, 3, 3, 3, 3, 3);
    assertThat(symmetry.primitive().size()).isEqualTo(9);
    assertThat(symmetry.failures()).isEmpty();
  }

  @Test
  void the_operations_map_the_structure_onto_itself() {
    Lattice lattice = QUARTZ.lattice();
    int[][] leftHanded = {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}};

    operationsMapOntoItself(QUARTZ);
    operationsMapOntoItself(in(lattice.transformed(leftHanded)));
    operationsMapOntoItself(in(lattice).shifted(new Vector3(0.1, 0.27, 0.41)));
  }

  private void operationsMapOntoItself(Structure structure) {
    Symmetry symmetry = finder.find(structure, 1e-3);

    assertThat(symmetry.operations()).hasSize(6);
    for (SymmetryOperation operation : symmetry.operations()) {
      for (Site site : structure.sites()) {
        Site image = new Site(site.element(), operation.apply(site.fractional()));
        assertThat(structure.sites())
            .as("image of %s by %s", site, operation.triplet())
            .anyMatch(
                s -> s.element() == image.element() && apart(structure.lattice(), s, image) < 1e-3);
      }
    }
  }

  @Test
  void a_supercell_in_a_skewed_setting_has_the_primitive_cell_of_the_crystal() {
    Structure large = QUARTZ.repeated(2, 2, 1);
    Lattice skewed = large.lattice().transformed(new int[][] {{1, 0, 0}, {3, 1, 0}, {-2, 1, 1}});
    Structure other = described(large, skewed);

    Symmetry symmetry = finder.find(other, 1e-3);

    assertThat(symmetry.spaceGroup().number()).isEqualTo(154);
    assertThat(symmetry.primitive().size()).isEqualTo(9);
    assertThat(symmetry.primitive().lattice().volume())
        .isCloseTo(QUARTZ.lattice().volume(), within(1e-6));
    assertThat(symmetry.operations()).hasSize(6 * 4);
  }

  @Test
  void a_supercell_that_breaks_the_threefold_axis_keeps_the_space_group_with_fewer_operations() {
    Symmetry symmetry = finder.find(QUARTZ.repeated(2, 1, 1), 1e-3);

    assertThat(symmetry.spaceGroup().number()).isEqualTo(154);
    assertThat(symmetry.operations()).hasSize(2 * 2);
  }

  @Test
  void a_centred_crystal_has_a_conventional_and_a_smaller_primitive_cell() {
    Structure diamond =
        new Structure(
            Lattice.fromRows(new double[][] {{0, 2.7, 2.7}, {2.7, 0, 2.7}, {2.7, 2.7, 0}}),
            List.of(silicon(0, 0, 0), silicon(0.25, 0.25, 0.25)));

    Symmetry symmetry = finder.find(diamond, 1e-3);

    assertThat(symmetry.spaceGroup()).isEqualTo(new SpaceGroup(227, "Fd-3m"));
    assertThat(symmetry.standardised().size()).isEqualTo(8);
    assertThat(symmetry.standardised().lattice().lengths())
        .containsExactly(new double[] {5.4, 5.4, 5.4}, within(1e-9));
    assertThat(symmetry.primitive().size()).isEqualTo(2);
    assertThat(symmetry.wyckoffLetters()).containsExactly("a", "a");
    assertThat(PeriodicDistances.of(symmetry.primitive()).shortest())
        .isCloseTo(PeriodicDistances.of(diamond).shortest(), within(1e-9));
  }

  @Test
  void a_tolerance_above_the_disorder_finds_the_symmetry_that_a_smaller_one_does_not() {
    Site moved = silicon(0.4697 + 0.01 / 4.916, 0, 2 / 3.0);
    List<Site> sites = new ArrayList<>(QUARTZ.sites());
    sites.set(0, moved);
    Structure disordered = new Structure(QUARTZ.lattice(), sites);

    assertThat(finder.find(disordered, 0.05).spaceGroup().number()).isEqualTo(154);
    assertThat(finder.find(disordered, 1e-3).spaceGroup().number()).isEqualTo(5);
  }

  @Property(tries = 20)
  void a_skewed_cell_does_not_hide_the_symmetry(
      @ForAll @IntRange(min = -5, max = 5) int p,
      @ForAll @IntRange(min = -5, max = 5) int q,
      @ForAll @IntRange(min = -5, max = 5) int r) {
    int[][] shear = {{1, 0, 0}, {p, 1, 0}, {q, r, 1}};

    assertThat(finder.find(in(QUARTZ.lattice().transformed(shear)), 1e-3).spaceGroup().number())
        .isEqualTo(154);
  }

  @Test
  void a_left_handed_cell_does_not_mirror_the_crystal() {
    Structure leftHanded =
        in(QUARTZ.lattice().transformed(new int[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}}));

    assertThat(leftHanded.lattice().determinant()).isNegative();
    assertThat(finder.find(leftHanded, 1e-3).spaceGroup().number()).isEqualTo(154);
    assertThat(finder.find(finder.primitive(leftHanded, 1e-3), 1e-3).spaceGroup().number())
        .isEqualTo(154);
  }

  @Test
  void a_structure_that_moyo_cannot_handle_counts_as_p1_with_the_reasons() {
    Structure coincident =
        new Structure(
            Lattice.fromParameters(4, 4, 4, 90, 90, 90),
            List.of(silicon(0, 0, 0), silicon(0, 0, 0)));
    Structure flat =
        new Structure(
            Lattice.fromRows(new double[][] {{4, 0, 0}, {4000.001, 0.01, 0}, {0, 3999, 0.02}}),
            List.of(silicon(0, 0, 0)));

    for (Structure structure : List.of(coincident, flat)) {
      Symmetry symmetry = finder.find(structure, 1e-2);
      assertThat(symmetry.spaceGroup()).isEqualTo(new SpaceGroup(1, "P1"));
      assertThat(symmetry.primitive()).isEqualTo(structure);
      assertThat(symmetry.failures()).hasSize(5).allMatch(f -> f.startsWith("no symmetry at 0.0"));
    }
  }

  @Test
  void many_threads_get_the_answer_of_one() {
    assertThat(
            IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> finder.find(QUARTZ, 1e-3))
                .distinct()
                .toList())
        .hasSize(1);
  }

  @Test
  void a_tolerance_that_is_not_positive_is_refused() {
    assertThatThrownBy(() -> finder.find(QUARTZ, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tolerance")
        .hasMessageContaining("0.0 Å");
  }

  /** Quartz with other lattice vectors. */
  private static Structure in(Lattice lattice) {
    return described(QUARTZ, lattice);
  }

  private static Structure described(Structure structure, Lattice lattice) {
    return new Structure(
        lattice,
        IntStream.range(0, structure.size())
            .mapToObj(
                i ->
                    new Site(
                        structure.sites().get(i).element(),
                        lattice.toFractional(structure.cartesian(i))))
            .toList());
  }

  private static double apart(Lattice lattice, Site one, Site other) {
    return PeriodicDistances.of(new Structure(lattice, List.of(one, other))).minimum(0, 1);
  }

  private static Site silicon(double x, double y, double z) {
    return new Site(Element.SI, new Vector3(x, y, z));
  }

  private static Site oxygen(double x, double y, double z) {
    return new Site(Element.O, new Vector3(x, y, z));
  }
}
