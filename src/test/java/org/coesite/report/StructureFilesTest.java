package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.StructureFile;
import org.coesite.report.StructureFiles.Ranked;
import org.coesite.search.Reference;
import org.coesite.search.SearchSummary.Best;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructureFilesTest {

  private static final Structure QUARTZ = measured("alpha-quartz");

  private final SymmetryFinder finder = SymmetryFinder.create();

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "alpha-quartz       | 154 | P3_221    | 01-g002s11-P3_221.cif    | P 32 2 1",
        "beta-tridymite     | 194 | P6_3/mmc  | 01-g002s11-P6_3-mmc.cif  | P 63/m m c",
        "alpha-cristobalite |  92 | P4_12_12  | 01-g002s11-P4_12_12.cif  | P 41 21 2",
        "beta-cristobalite  | 122 | I-42d     | 01-g002s11-I-42d.cif     | I -4 2 d",
        "stishovite         | 136 | P4_2/mnm  | 01-g002s11-P4_2-mnm.cif  | P 42/m n m",
        "moganite           |  15 | C2/c      | 01-g002s11-C2-c.cif      | C 2/c"
      })
  void a_file_holds_the_crystal_with_its_symmetry(
      String phase, int number, String symbol, String file, String symbolInCif) throws IOException {
    Structure structure = measured(phase);
    Best best = SyntheticSearch.best("g002s11", -128.7, number, symbol);

    write(List.of(best), Map.of("g002s11", structure));

    Path cif = folder.resolve(file);
    assertThat(Files.readString(cif)).contains(symbolInCif);
    Structure read = StructureFile.read(cif);
    assertThat(read.composition().reduced()).isEqualTo(structure.composition().reduced());
    assertThat(read.volumePerAtom()).isCloseTo(structure.volumePerAtom(), within(1e-4));
    assertThat(finder.find(read, 0.01).spaceGroup().number()).isEqualTo(number);
    assertThat(new PhaseRecognition(finder, List.of(reference(phase))).compare(read).distances())
        .allMatch(d -> d.cosineDistance() < 1e-6);
  }

  @Test
  void files_of_an_earlier_report_disappear_but_not_those_of_others() throws IOException {
    Map<String, Structure> structures = Map.of("g000s01", QUARTZ, "g001s02", QUARTZ);
    Best first = SyntheticSearch.best("g000s01", -128.7, 154, "P3_221");
    Best second = SyntheticSearch.best("g001s02", -128.6, 154, "P3_221");
    write(List.of(first, second), structures);
    Files.writeString(folder.resolve("mine.cif"), "data_mine\n");

    write(List.of(second, first), structures);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("01-g001s02-P3_221.cif", "02-g000s01-P3_221.cif", "mine.cif");
    }
  }

  private void write(List<Best> best, Map<String, Structure> structures) throws IOException {
    new StructureFiles(finder).write(folder, best.stream().map(Ranked::of).toList(), structures);
  }

  private static Reference reference(String name) {
    return new Reference(name, measured(name));
  }

  private static Structure measured(String name) {
    return StructureFile.read(SilicaReferencesTest.FOLDER.resolve(name + ".cif"));
  }
}
