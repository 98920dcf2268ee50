package org.coesite.adapter.quantumespresso;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.format.StructureFile;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Meshes from a spacing are those that the reference runs had. */
class KMeshTest {

  @ParameterizedTest
  @CsvSource({"alpha-quartz, 3 3 3", "stishovite, 4 4 5"})
  void a_spacing_of_one_half_gives_the_recorded_meshes(String name, String mesh) {
    Lattice lattice =
        new StartCell(SymmetryFinder.create())
            .of(
                StructureFile.read(Path.of("examples/silica/references", name + ".cif")),
                StartCell.PRIMITIVE)
            .lattice();
    assertThat(KMesh.ofSpacing(lattice, 0.5)).hasToString(mesh);
  }

  @Test
  void a_cubic_cell_cut_from_a_face_centred_one_has_longer_reciprocal_vectors() {
    Lattice primitive =
        new StartCell(SymmetryFinder.create())
            .of(Fluorite.conventional(4.6), StartCell.PRIMITIVE)
            .lattice();
    assertThat(KMesh.ofSpacing(primitive, 0.5)).hasToString("5 5 5");
    assertThat(KMesh.ofSpacing(primitive, 5)).hasToString("1 1 1");
  }

  @ParameterizedTest
  @CsvSource({"4 4 4", "' 1  2 3 '"})
  void three_numbers_are_a_mesh(String text) {
    assertThat(KMesh.parse(text)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"0 4 4", "4 4", "4 4 -1", "a b c", "4 4 4 4", "2.5 1 1"})
  void anything_else_is_none(String text) {
    assertThat(KMesh.parse(text)).isEmpty();
  }
}
