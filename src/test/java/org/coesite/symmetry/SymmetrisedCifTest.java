package org.coesite.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import org.coesite.crystal.NeighbourList;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.Cif;
import org.coesite.crystal.format.StructureFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymmetrisedCifTest {

  private final SymmetryFinder finder = SymmetryFinder.create();

  @ParameterizedTest
  @CsvSource({
    "quartz-cod.cif, 154, 'P 32 2 1', 2",
    "spinel-icsd.cif, 227, 'F d -3 m', 3",
    "rutile-vesta.cif, 136, 'P 42/m n m', 2"
  })
  void the_asymmetric_unit_is_read_back_as_the_whole_crystal(
      String file, int number, String symbol, int sites) {
    Structure structure = StructureFile.read(Path.of("src/test/resources/structures", file));
    Symmetry symmetry = finder.find(structure, 1e-2);

    String text = SymmetrisedCif.write(symmetry, finder, "test");
    Structure read = Cif.read(text, "symmetrised.cif");

    assertThat(symmetry.spaceGroup().number()).isEqualTo(number);
    assertThat(text).contains("_space_group_name_H-M_alt '" + symbol + "'");
    assertThat(text.lines().filter(line -> line.matches("[A-Z][a-z]?\\d+ .*"))).hasSize(sites);
    assertThat(read.composition()).isEqualTo(symmetry.standardised().composition());
    double[] expected = distances(symmetry.standardised());
    assertThat(Arrays.stream(distances(read)).limit(200).toArray())
        .containsExactly(Arrays.stream(expected).limit(200).toArray(), within(1e-5));
    assertThat(finder.find(read, 1e-4).spaceGroup().number()).isEqualTo(number);
  }

  private static double[] distances(Structure structure) {
    return NeighbourList.of(structure, 4).all().stream()
        .mapToDouble(n -> n.distance())
        .sorted()
        .toArray();
  }
}
