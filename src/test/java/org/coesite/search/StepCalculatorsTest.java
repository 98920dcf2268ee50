package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.execution.LocalExecution;
import org.coesite.forcefield.PotentialLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepCalculatorsTest {

  @TempDir Path models;

  private RelaxationSettings settings(String calculator, String potential) {
    return new StepCalculators(
            List.of(new EmbeddedCalculator(PotentialLibrary.standard())),
            models,
            new Workplaces(models, List.of(new LocalExecution())))
        .settings(
            "small",
            SmallSearches.of(1, 1),
            RescreeningOrder.of(calculator, potential, "0.3", "10"));
  }

  @Test
  void a_potential_of_the_library_is_relaxed_with_as_tightly_as_search_yaml_does() {
    assertThat(settings("embedded", "sio2-slc"))
        .isEqualTo(RelaxationSettings.defaults(List.of("sio2-slc")));
  }

  @Test
  void a_potential_that_there_is_not_is_refused_before_the_first_run() {
    assertThatThrownBy(() -> settings("embedded", "sio2-nonsense"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sio2-nonsense");
  }

  @Test
  void a_model_file_is_one_of_its_folder() throws Exception {
    Path file = Files.writeString(models.resolve("silica.model"), "weights");
    assertThat(settings("mace", "silica.model").stages()).containsExactly(file.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../secret", "..", "os:abort", "a b", "pom.xml"})
  void no_other_file_and_no_function_is_named_by_a_model(String potential) {
    assertThatThrownBy(() -> settings("mace", potential))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("potential: '" + potential + "'")
        .hasMessageContaining(models.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "wide, 10, window: 'wide' is no number from 0 to 1000",
    "-1, 10, window: '-1' is no number from 0 to 1000",
    "0.3, 0, candidates: '0' is no number from 1 to 1000",
    "0.3, 1.5, candidates: '1.5' is no whole number",
  })
  void numbers_that_do_not_fit_are_refused_with_their_limits(
      String window, String candidates, String words) {
    assertThatThrownBy(() -> RescreeningOrder.of("embedded", "sio2-slc", window, candidates))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(words);
  }
}
