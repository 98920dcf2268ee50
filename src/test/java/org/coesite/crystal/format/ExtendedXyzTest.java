package org.coesite.crystal.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.coesite.crystal.Element;
import org.coesite.crystal.Structure;
import org.junit.jupiter.api.Test;

class ExtendedXyzTest {

  private static final String SALT =
      """
      2
      Lattice="0 2.82 2.82 2.82 0 2.82 2.82 2.82 0" Properties=species:S:1:pos:R:3 energy=-7.2
      Na 0 0 0
      Cl 2.82 2.82 2.82
      """;

  @Test
  void lattice_and_cartesian_positions_are_read() {
    Structure salt = ExtendedXyz.read(SALT, "salt.xyz");

    assertThat(salt.composition().formula()).isEqualTo("NaCl");
    assertThat(salt.lattice().volume()).isCloseTo(2 * Math.pow(2.82, 3), within(1e-9));
    assertThat(salt.sites().get(1).fractional().x()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void columns_stand_where_the_properties_say() {
    String text =
        """
        2
        pbc="T T T" Properties=id:I:1:forces:R:3:pos:R:3:species:S:1 Lattice="4 0 0 0 4 0 0 0 4"
        1 9 9 9 0 0 0 Cs
        2 9 9 9 2 2 2 Cl
        """;
    Structure structure = ExtendedXyz.read(text, "columns.xyz");

    assertThat(structure.sites().get(0).element()).isEqualTo(Element.CS);
    assertThat(structure.sites().get(1).fractional().z()).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void of_several_structures_the_first_is_read() {
    assertThat(ExtendedXyz.read(SALT + SALT.replace("Cl", "Br"), "two.xyz"))
        .isEqualTo(ExtendedXyz.read(SALT, "one.xyz"));
  }

  @Test
  void bad_lines_are_named_with_their_value() {
    refused(SALT.replace("Lattice=", "Box="))
        .hasMessage("x.xyz: line 2: Lattice is missing; a structure needs its cell");
    refused(SALT.replace(" 2.82 0\"", "\""))
        .hasMessage("x.xyz: line 2: Lattice has 7 numbers, not 9");
    refused(SALT.replace("energy", "pbc=\"T T F\" energy"))
        .hasMessageStartingWith("x.xyz: line 2: pbc is 'T T F'");
    refused(SALT.replace("pos:R:3", "velo:R:3"))
        .hasMessage("x.xyz: line 2: Properties 'species:S:1:velo:R:3' lacks 'pos'");
    refused(SALT.replace("Na 0", "Qq 0"))
        .hasMessage("x.xyz: line 3: 'Qq' is no element from H to Cm");
    refused(SALT.replace("Na 0", "Na NaN")).hasMessage("x.xyz: line 3: 'NaN' is not finite");
    refused(SALT.replace("2\n", "3\n"))
        .hasMessage("x.xyz: line 5: the file ends where atom 3 of 3 should stand");
    refused(SALT.replace("2\nL", "two\nL")).hasMessage("x.xyz: line 1: 'two' is no whole number");
    refused("").hasMessage("x.xyz: line 1: the file ends where the number of atoms should stand");
  }

  @Test
  void overlapping_atoms_are_refused_with_line_distance_and_limit() {
    refused(SALT.replace("Cl 2.82 2.82 2.82", "Cl 0.31 0 0"))
        .hasMessage("x.xyz: line 4: minimum distance 0.31 Å is below 0.80 Å (Cl to line 3)");
  }

  @Test
  void a_missing_file_and_an_unknown_type_are_refused_by_name() {
    assertThatThrownBy(() -> StructureFile.read(Path.of("no/such.cif")))
        .isInstanceOf(StructureFormatException.class)
        .hasMessage(Path.of("no/such.cif") + ": no such file");
    assertThatThrownBy(() -> StructureFile.read(Path.of("structure.pdb")))
        .isInstanceOf(StructureFormatException.class)
        .hasMessageContaining("structure.pdb: unknown file type");
  }

  private static AbstractThrowableAssert<?, ?> refused(String text) {
    return assertThatThrownBy(() -> ExtendedXyz.read(text, "x.xyz"))
        .isInstanceOf(StructureFormatException.class);
  }
}
