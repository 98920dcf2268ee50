package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.coesite.crystal.Element;
import org.coesite.crystal.Neighbour;
import org.coesite.crystal.NeighbourList;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.StructureFile;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the phases of examples/silica/references to what their papers say. */
class SilicaReferencesTest {

  static final Path FOLDER = Path.of("examples/silica/references");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "alpha-quartz,       154,  3, 37.710, 4",
    "beta-quartz,        180,  3, 39.369, 4",
    "beta-tridymite,     194,  4, 45.699, 4",
    "alpha-cristobalite,  92,  4, 42.776, 4",
    "beta-cristobalite,  122,  4, 45.321, 4",
    "stishovite,         136,  2, 23.256, 6",
    "keatite,             96, 12, 39.859, 4",
    "coesite,             15, 16, 34.152, 4",
    "moganite,            15, 12, 38.131, 4"
  })
  void a_phase_has_the_cell_the_symmetry_and_the_neighbours_of_its_paper(
      String name, int spaceGroup, int formulaUnits, double volume, int neighbours) {
    Structure structure = StructureFile.read(FOLDER.resolve(name + ".cif"));

    assertThat(structure.composition().reduced().formula()).isEqualTo("SiO2");
    assertThat(structure.composition().formulaUnits()).isEqualTo(formulaUnits);
    assertThat(structure.lattice().volume() / formulaUnits).isCloseTo(volume, within(0.002));
    assertThat(SymmetryFinder.create().find(structure, 0.01).spaceGroup().number())
        .isEqualTo(spaceGroup);

    NeighbourList list = NeighbourList.of(structure, 2.0);
    for (int site = 0; site < structure.size(); site++) {
      if (structure.sites().get(site).element() == Element.SI) {
        List<Neighbour> around = list.around(site);
        assertThat(around).hasSize(neighbours);
        assertThat(around).allMatch(n -> structure.sites().get(n.to()).element() == Element.O);
        assertThat(around).allMatch(n -> n.distance() > 1.5 && n.distance() < 1.85);
      }
    }
  }

  @Test
  void every_file_names_its_source() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(9);
      for (Path file : all) {
        assertThat(Files.readString(file))
            .contains("_journal_name_full", "_journal_year", "_publ_author_name");
      }
    }
  }
}
