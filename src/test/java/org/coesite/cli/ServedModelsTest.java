package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchSettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedModelsTest {

  @TempDir Path folder;

  private static SearchSettings settings(String screen, String potential) {
    PotentialLibrary potentials = PotentialLibrary.standard();
    return new SearchSettingsReader(potentials, new Calculators(potentials).names())
        .readText(
            "composition: SiO2\nscreen: %s\npotential: '%s'\n".formatted(screen, potential), "s");
  }

  @Test
  void a_file_of_the_folder_is_opened() throws Exception {
    Path file = Files.writeString(folder.resolve("silica.model"), "weights");
    SearchSettings named =
        new ServedModels(folder, Set.of()).named(settings("mace", "silica.model"));
    assertThat(named.relaxation().stages()).isEqualTo(List.of(file.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "mace, /etc/passwd, is no file in the folder models",
    "mace, ../secret, is no file in the folder models",
    "mace, .., is no file in the folder models",
    "chgnet, ./0.3.0, is no file in the folder models",
    "ase, os:abort, a server runs no functions"
  })
  void no_other_file_is_opened_and_no_function_called(
      String screen, String potential, String words) {
    ServedModels models = new ServedModels(folder, Set.of());
    assertThatThrownBy(() -> models.named(settings(screen, potential)))
        .isInstanceOf(UnfitSettingsException.class)
        .hasMessageStartingWith(screen + ": ")
        .hasMessageContaining(words);
  }

  @Test
  void releases_other_calculators_and_those_of_other_machines_are_named_as_before() {
    ServedModels models = new ServedModels(folder, Set.of("mace"));
    for (SearchSettings settings :
        List.of(
            settings("chgnet", "0.3.0"),
            settings("embedded", "sio2-slc"),
            settings("mace", "/there/silica.model"))) {
      assertThat(models.named(settings)).isEqualTo(settings);
    }
  }
}
