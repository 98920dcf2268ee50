package org.coesite.crystal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.coesite.crystal.PeriodicDistances;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CifTest {

  private static final Path FILES = Path.of("src/test/resources/structures");

  private static final String CELL =
      """
      data_test
      _cell_length_a 4.916
      _cell_length_b 4.916
      _cell_length_c 5.4054
      _cell_angle_alpha 90
      _cell_angle_beta 90
      _cell_angle_gamma 120
      """;

  private static final String SITES =
      """
      loop_
      _atom_site_label
      _atom_site_fract_x
      _atom_site_fract_y
      _atom_site_fract_z
      """;

  @ParameterizedTest
  @CsvSource({
    "quartz-materials-project.cif, Si3O6, 113.131, 1.60",
    "quartz-cod.cif, Si3O6, 113.131, 1.60",
    "spinel-icsd.cif, Mg8Al16O32, 528.65, 1.92",
    "rutile-vesta.cif, Ti2O4, 62.434, 1.95",
    "quartz-gulp.cif, Si3O6, 108.24, 1.60",
  })
  void files_of_the_usual_sources_give_all_atoms_of_the_cell(
      String name, String composition, double volume, double shortest) {
    Structure structure = StructureFile.read(FILES.resolve(name));

    assertThat(structure.composition()).isEqualTo(Composition.parse(composition));
    assertThat(structure.lattice().volume()).isCloseTo(volume, within(0.01));
    assertThat(PeriodicDistances.of(structure).shortest()).isCloseTo(shortest, within(0.02));
  }

  @Test
  void a_site_written_as_0_3333_lies_exactly_on_its_threefold_axis() {
    String text =
        CELL
            + "loop_\n_space_group_symop_operation_xyz\nx,y,z\n-y,x-y,z\n-x+y,-x,z\n"
            + SITES
            + "Si1 0.3333 0.6667 0.25\n";

    Structure structure = Cif.read(text, "axis.cif");

    assertThat(structure.size()).isEqualTo(1);
    Vector3 site = structure.sites().get(0).fractional();
    assertThat(site.x()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(site.y()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "Si1, SI", "O2A, O", "OW1, O", "Mg, MG", "C12, C", "Cl1, CL", "D1, H", "si2, SI", "Sn, SN"
  })
  void labels_begin_with_their_element(String label, Element element) {
    Structure structure = Cif.read(CELL + SITES + label + " 0.1 0.2 0.3\n", "label.cif");

    assertThat(structure.sites().get(0).element()).isEqualTo(element);
  }

  @ParameterizedTest
  @CsvSource({"Si4+, SI", "O2-, O", "SI, SI", "Fe3+, FE", "Cl-, CL"})
  void type_symbols_are_elements_with_or_without_charge(String symbol, Element element) {
    String text = CELL + SITES + "_atom_site_type_symbol\n" + "X1 0.1 0.2 0.3 " + symbol + "\n";

    assertThat(Cif.read(text, "type.cif").sites().get(0).element()).isEqualTo(element);
  }

  @Test
  void names_with_dots_and_capitals_mean_the_same_items() {
    String text =
        (CELL + SITES)
                .replace("_cell_length", "_Cell.length")
                .replace("_atom_site_fract", "_atom_site.Fract")
            + "Si1 0.1 0.2 0.3\n";

    assertThat(Cif.read(text, "dots.cif").lattice().lengths()[2]).isEqualTo(5.4054);
  }

  @Test
  void a_cif_without_cell_is_refused() {
    refused(SITES.replaceFirst("", "data_x\n") + "Si1 0 0 0\n")
        .hasMessage("bad.cif: _cell_length_a: missing; a structure needs its cell");
  }

  @Test
  void a_cif_without_atoms_is_refused() {
    refused(CELL).hasMessage("bad.cif: _atom_site_fract_x: missing; a structure needs its atoms");
  }

  @Test
  void overlapping_atoms_are_refused_with_distance_and_limit() {
    refused(CELL + SITES + "Si1 0 0 0\nO1 0.063 0 0\n")
        .hasMessage("bad.cif: site O1: minimum distance 0.31 Å is below 0.80 Å (O to site Si1)");
  }

  @Test
  void overlapping_atoms_of_equal_labels_are_told_apart_by_their_rows() {
    refused(CELL + SITES + "O 0 0 0\nSi 0.5 0.5 0.5\nO 0.063 0 0\n")
        .hasMessage(
            "bad.cif: site O (row 3): minimum distance 0.31 Å is below 0.80 Å"
                + " (O to site O (row 1))");
  }

  @Test
  void cells_out_of_all_proportion_are_refused_at_once() {
    String atoms = SITES + "O1 0 0 0\nO2 0.5 0.5 0.5\n";
    refused(CELL.replace("5.4054", "540540") + atoms)
        .hasMessage("bad.cif: cell: lattice vector of 540540 Å is above 1000 Å");
    refused(CELL.replace("5.4054", "0.0000054") + atoms)
        .hasMessage("bad.cif: cell: volume 0.000113 Å³ is below 0.1 Å³");
    refused(CELL.replace("5.4054", "0.3") + atoms)
        .hasMessage(
            "bad.cif: site O1: minimum distance 0.30 Å is below 0.80 Å (O to its own image)");
  }

  @Test
  void a_loop_without_columns_is_refused() {
    refused(CELL + "loop_\n1 2 3\n").hasMessage("bad.cif: no CIF: a loop_ names no items");
  }

  @Test
  void hydrogen_may_be_nearer_than_other_atoms() {
    assertThat(Cif.read(CELL + SITES + "H1 0 0 0\nH2 0.15 0 0\n", "h2.cif").size()).isEqualTo(2);
    refused(CELL + SITES + "H1 0 0 0\nO1 0.08 0 0\n").hasMessageContaining("0.39 Å is below 0.50");
  }

  @Test
  void partly_filled_sites_are_refused() {
    refused(CELL + SITES + "_atom_site_occupancy\nSi1 0 0 0 0.5(1)\n")
        .hasMessage(
            "bad.cif: site Si1: _atom_site_occupancy is 0.5(1); only full sites can be used");
  }

  @Test
  void an_unknown_element_is_refused() {
    refused(CELL + SITES + "Xx1 0 0 0\n")
        .hasMessage("bad.cif: site Xx1: 'X' is no element from H to Cm");
    refused(CELL + SITES + "_atom_site_type_symbol\nA1 0 0 0 Qq3+\n")
        .hasMessage("bad.cif: site A1: 'Qq' is no element from H to Cm");
  }

  @Test
  void a_label_that_can_be_two_elements_is_refused() {
    refused(CELL + SITES + "HO1 0 0 0\n")
        .hasMessage(
            "bad.cif: site HO1: 'HO1' may be H or Ho; _atom_site_type_symbol should say which");
  }

  @Test
  void a_space_group_without_operations_is_refused() {
    refused(CELL + "_symmetry_space_group_name_H-M 'P 32 2 1'\n" + SITES + "Si1 0 0 0\n")
        .hasMessage(
            "bad.cif: _symmetry_space_group_name_H-M: 'P 32 2 1' without its operations;"
                + " _space_group_symop_operation_xyz should list them");
  }

  @Test
  void operations_that_do_not_fit_the_cell_are_refused() {
    refused(
            CELL
                + "loop_\n_space_group_symop_operation_xyz\nx,y,z\n-y,x,z\n"
                + SITES
                + "Si1 0 0 0\n")
        .hasMessage(
            "bad.cif: _space_group_symop_operation_xyz: '-y,x,z' does not fit the cell:"
                + " lengths or angles differ by more than 2%");
  }

  @Test
  void impossible_cells_are_refused() {
    refused(CELL.replace("a 4.916", "a -4.916") + SITES + "Si1 0 0 0\n")
        .hasMessage("bad.cif: _cell_length_a: -4.916 Å is not above 0");
    refused(CELL.replace("120", "190") + SITES + "Si1 0 0 0\n")
        .hasMessageContaining("_cell_angle_gamma")
        .hasMessageContaining("close no cell");
    refused(CELL + "_cell_volume -113.1\n" + SITES + "Si1 0 0 0\n")
        .hasMessage("bad.cif: _cell_volume: -113.1 Å³ is not above 0");
    refused(CELL.replace("4.916", "abc") + SITES + "Si1 0 0 0\n")
        .hasMessage("bad.cif: _cell_length_a: 'abc' is no number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x,y", "x,y,w", "x,,z", "x+,y,z", "x y,y,z", "2/0x,y,z"})
  void an_operation_that_is_no_triplet_is_refused(String triplet) {
    refused(
            CELL
                + "loop_\n_space_group_symop_operation_xyz\n'"
                + triplet
                + "'\n"
                + SITES
                + "Si1 0 0 0\n")
        .hasMessageContaining("bad.cif: _space_group_symop_operation_xyz: '" + triplet);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "  \n", "hello world", "data_x\n_cell_length_a\n_cell_length_b 4\n", "\u0000"})
  void what_is_no_cif_is_refused(String text) {
    refused(text).hasMessageStartingWith("bad.cif: ");
  }

  @Test
  void a_missing_coordinate_is_refused() {
    refused(CELL + SITES + "Si1 0 ? 0\n")
        .hasMessage("bad.cif: site Si1: _atom_site_fract_y is missing");
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> refused(String text) {
    return assertThatThrownBy(() -> Cif.read(text, "bad.cif"))
        .isInstanceOf(StructureFormatException.class);
  }
}
