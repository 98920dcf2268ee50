package org.coesite.crystal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers of structures once crashed or hung on. */
class DamagedFilesTest {

  private static final String CUBE =
      "cube\n1\n%1$s 0 0\n0 %1$s 0\n0 0 %1$s\nSi\n1\nDirect\n%2$s 0 0\n";

  private static final String CIF =
      """
      data_x
      _cell_length_a 5
      _cell_length_b 5
      _cell_length_c 5
      _cell_angle_alpha 90
      _cell_angle_beta 90
      _cell_angle_gamma 90
      loop_
      _symmetry_equiv_pos_as_xyz
      %s
      loop_
      _atom_site_label
      _atom_site_fract_x
      _atom_site_fract_y
      _atom_site_fract_z
      %s
      """;

  @TempDir Path folder;

  @Test
  void counts_of_atoms_are_not_believed_one_by_one() {
    refusedPoscar(CUBE.formatted(5, 0).replace("Si\n1\n", "Si O\n9999 9999\n"))
        .hasMessage("x: line 7: number of atoms 19998 is above 10000");
  }

  @Test
  void columns_beyond_number_are_refused() {
    String many = "a:S:9999:".repeat(2);
    assertThatThrownBy(
            () ->
                ExtendedXyz.read(
                    "1\nLattice=\"3 0 0 0 3 0 0 0 3\" Properties=" + many + "pos:R:3\nSi 0 0 0\n",
                    "x"))
        .isInstanceOf(StructureFormatException.class)
        .hasMessage("x: line 2: Properties has more than 10000 columns");
  }

  @Test
  void a_header_of_letters_without_end_is_refused_at_once() {
    assertThatThrownBy(() -> ExtendedXyz.read("1\n" + "a".repeat(2_000_000), "x"))
        .hasMessageStartingWith("x: line 2: Lattice is missing");
  }

  @Test
  void an_atom_so_far_off_that_rounding_moves_it_is_refused() {
    refusedPoscar(CUBE.formatted(5, "1e15"))
        .hasMessage("x: line 9: lies 1.00e+15 cells off the origin, above 1000000");
  }

  @Test
  void the_largest_cell_is_read() {
    assertThat(Poscar.read(CUBE.formatted(999.9, 0), "x").size()).isOne();
    assertThat(Poscar.read(CUBE.formatted(1000, 0), "x").size()).isOne();
  }

  @Test
  void a_loop_of_items_that_do_not_belong_together_is_refused() {
    refusedCif("data_x\nloop_\n_atom_site.a\n_b\n1 2\n")
        .hasMessage("x: no CIF: a loop_ names items of different categories");
  }

  @Test
  void operations_beyond_number_are_refused() {
    refusedCif(CIF.formatted("x,y,z\n".repeat(1001), "Si 0 0 0"))
        .hasMessage("x: _symmetry_equiv_pos_as_xyz: more than 1000 operations");
  }

  @Test
  void atoms_beyond_number_are_refused() {
    refusedCif(CIF.formatted("x,y,z", "Si 0 0 0\n".repeat(10_001)))
        .hasMessage("x: _atom_site_fract_x: number of atoms 10001 is above 10000");
  }

  @Test
  void an_operation_that_leads_out_of_all_numbers_is_refused() {
    refusedCif(CIF.formatted("9" + "0".repeat(200) + "x-9" + "0".repeat(200) + "y,y,z", "Si 0 0 0"))
        .hasMessageContaining("does not fit the cell");
  }

  @Test
  void a_file_above_the_largest_size_is_refused_with_number_and_limit() throws IOException {
    Path file = folder.resolve("large.cif");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(64_000_001);
    }
    refused(file)
        .hasMessage(
            file + ": cannot be read: it has 64,000,001 bytes; at most 64,000,000 are read");
  }

  @Test
  void a_folder_is_no_structure() throws IOException {
    refused(Files.createDirectory(folder.resolve("folder.cif")))
        .hasMessageEndingWith("folder.cif: cannot be read: is a folder");
  }

  private static AbstractThrowableAssert<?, ?> refusedPoscar(String text) {
    return assertThatThrownBy(() -> Poscar.read(text, "x"))
        .isInstanceOf(StructureFormatException.class);
  }

  private static AbstractThrowableAssert<?, ?> refusedCif(String text) {
    return assertThatThrownBy(() -> Cif.read(text, "x"))
        .isInstanceOf(StructureFormatException.class);
  }

  private static AbstractThrowableAssert<?, ?> refused(Path file) {
    return assertThatThrownBy(() -> StructureFile.read(file))
        .isInstanceOf(StructureFormatException.class);
  }
}
