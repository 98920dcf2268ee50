package org.coesite.crystal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.api.AbstractThrowableAssert;
import org.coesite.crystal.Element;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.junit.jupiter.api.Test;

class PoscarTest {

  private static final String RUTILE =
      """
      rutile
      1.0
      4.5937 0 0
      0 4.5937 0
      0 0 2.9587
      Ti O
      2 4
      Direct
      0 0 0
      0.5 0.5 0.5
      0.30478 0.30478 0
      0.69522 0.69522 0
      0.19522 0.80478 0.5
      0.80478 0.19522 0.5
      """;

  @Test
  void elements_and_fractional_coordinates_are_read() {
    Structure rutile = Poscar.read(RUTILE, "POSCAR");

    assertThat(rutile.composition().formula()).isEqualTo("Ti2O4");
    assertThat(rutile.lattice().lengths()[2]).isEqualTo(2.9587);
    assertThat(rutile.sites().get(2)).extracting(Site::element).isEqualTo(Element.O);
    assertThat(rutile.sites().get(2).fractional().x()).isEqualTo(0.30478);
  }

  @Test
  void selective_dynamics_and_names_of_pseudopotentials_are_read_over() {
    String text =
        RUTILE
            .replace("Direct", "Selective dynamics\nDirect")
            .replace("0.5 0.5 0.5", "0.5 0.5 0.5 T T F")
            .replace("Ti O", "Ti_pv O/5af3");

    assertThat(Poscar.read(text, "POSCAR")).isEqualTo(Poscar.read(RUTILE, "POSCAR"));
  }

  @Test
  void the_scale_factor_stretches_lattice_and_cartesian_coordinates() {
    String text = "x\n2.0\n2 0 0\n0 2 0\n0 0 2\nSi\n2\nCartesian\n0 0 0\n1 1 1\n";
    Structure structure = Poscar.read(text, "POSCAR");

    assertThat(structure.lattice().volume()).isCloseTo(64, within(1e-9));
    assertThat(structure.sites().get(1).fractional().x()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void a_negative_scale_factor_is_the_volume() {
    String text = "x\n-27\n1 0 0\n0 1 0\n0 0 1\nSi\n2\nCartesian\n0 0 0\n0.5 0.5 0.5\n";
    Structure structure = Poscar.read(text, "POSCAR");

    assertThat(structure.lattice().volume()).isCloseTo(27, within(1e-9));
    assertThat(structure.sites().get(1).fractional().x()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void three_scale_factors_stretch_the_axes() {
    String text = "x\n2 3 4\n1 0 0\n0 1 0\n0 0 1\nSi\n1\nDirect\n0 0 0\n";

    assertThat(Poscar.read(text, "POSCAR").lattice().lengths()).containsExactly(2, 3, 4);
  }

  @Test
  void bad_lines_are_named_with_their_value() {
    refused(RUTILE.replace("4.5937 0 0", "4.5937 0 x"))
        .hasMessage("POSCAR: line 3: 'x' is no number");
    refused(RUTILE.replace("\n1.0\n", "\n0\n")).hasMessage("POSCAR: line 2: scale factor is 0");
    refused(RUTILE.replace("0 0 2.9587", "0 0 -2.9587"))
        .hasMessage(
            "POSCAR: line 5: lattice vectors are left-handed: volume -62.4347 Å³ is below 0");
    refused(RUTILE.replace("Ti O", "Ti Xx"))
        .hasMessage("POSCAR: line 6: 'Xx' is no element from H to Cm");
    refused(RUTILE.replace("Ti O\n", ""))
        .hasMessageStartingWith("POSCAR: line 6: '2' where element");
    refused(RUTILE.replace("2 4", "2 0"))
        .hasMessage("POSCAR: line 7: number of atoms 0 is below 1");
    refused(RUTILE.replace("2 4", "2 300000000"))
        .hasMessage("POSCAR: line 7: number of atoms 300000000 is above 10000");
    refused(RUTILE.replace("2 4", "6"))
        .hasMessage("POSCAR: line 7: 1 numbers of atoms for 2 elements");
    refused(RUTILE.replace("Direct", "Reciprocal"))
        .hasMessage("POSCAR: line 8: 'Reciprocal' is neither 'Direct' nor 'Cartesian'");
    refused(RUTILE.replace("2 4", "2 5"))
        .hasMessage("POSCAR: line 15: the file ends where atom 7 of 7 should stand");
    refused(RUTILE.replace("0.5 0.5 0.5", "0.5 0.5"))
        .hasMessage("POSCAR: line 10: 2 values where 3 are needed");
  }

  @Test
  void overlapping_atoms_are_refused_with_line_distance_and_limit() {
    refused(RUTILE.replace("0.69522 0.69522 0", "0.30478 0.30478 0.1"))
        .hasMessage("POSCAR: line 12: minimum distance 0.30 Å is below 0.80 Å (O to line 11)");
  }

  @Test
  void a_name_that_begins_with_its_suffix_and_a_vector_beyond_all_proportion_are_refused() {
    refused(RUTILE.replace("Ti O", "_pv O"))
        .hasMessage("POSCAR: line 6: '' is no element from H to Cm");
    refused("x\n1\n5 0 0\n0 5 0\n0 0 5e12\nSi\n1\nDirect\n0 0 0\n")
        .hasMessage("POSCAR: line 5: lattice vector of 5000000000000 Å is above 1000 Å");
  }

  @Test
  void a_cell_so_small_that_an_atom_overlaps_its_image_is_refused() {
    refused("x\n0.3\n1 0 0\n0 9 0\n0 0 9\nSi\n1\nDirect\n0 0 0\n")
        .hasMessage(
            "POSCAR: line 9: minimum distance 0.30 Å is below 0.80 Å (Si to its own image)");
  }

  private static AbstractThrowableAssert<?, ?> refused(String text) {
    return assertThatThrownBy(() -> Poscar.read(text, "POSCAR"))
        .isInstanceOf(StructureFormatException.class);
  }
}
