package org.coesite.adapter.gulp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Machine;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.crystal.Composition;
import org.coesite.execution.Placement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found before the first run. */
class GulpPreparedTest {

  private static final Recording QUARTZ = Recording.named("quartz_alpha__slc");

  @TempDir Path folder;

  private GulpDouble gulp = new GulpDouble(Path.of(""));

  @BeforeEach
  void in_a_folder_of_its_own() {
    gulp = new GulpDouble(folder);
  }

  @Test
  void without_gulp_it_says_what_is_missing_and_how_to_point_at_it() {
    GulpCalculator none = new GulpCalculator(Recording.LIBRARY, Map.of("PATH", folder.toString()));
    String advice = "there is no 'gulp' on the PATH; install it or name it: COESITE_GULP=";

    assertThat(none.version()).isEqualTo("not installed");
    assertThatThrownBy(
            () ->
                none.prepared(
                    Composition.parse("SiO2"),
                    GulpDouble.settings("sio2-slc"),
                    Placement.HERE,
                    folder))
        .isInstanceOf(UnfitSettingsException.class)
        .hasMessageContaining(advice)
        .hasMessageNotContaining("\n");
    assertFailed(gulp.relax(none, QUARTZ), FailureReason.CALCULATOR_MISSING)
        .extracting(Failed::message)
        .asString()
        .contains(advice);
  }

  @Test
  void an_environment_variable_goes_before_the_path() {
    gulp.replaying(QUARTZ);
    GulpCalculator wrong =
        new GulpCalculator(
            Recording.LIBRARY, Map.of("PATH", folder.toString(), "COESITE_GULP", "/no/gulp"));
    GulpCalculator right =
        new GulpCalculator(
            Recording.LIBRARY, Map.of("COESITE_GULP", folder.resolve("gulp").toString()));

    assertThat(wrong.version()).isEqualTo("not installed");
    assertThat(right.version()).isEqualTo("6.2.0");
  }

  @Test
  void each_problem_is_a_line_before_the_first_run() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    RelaxationSettings settings =
        GulpDouble.settings("sio2-bks", "mgalo-bush")
            .withOptions(new TreeMap<>(Map.of("cutoff", "12")));

    assertThatThrownBy(
            () ->
                gulp.replaying(QUARTZ)
                    .prepared(
                        Composition.parse("SiO2"), settings, Placement.HERE, file.resolve("work")))
        .asInstanceOf(InstanceOfAssertFactories.type(UnfitSettingsException.class))
        .extracting(UnfitSettingsException::problems)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .satisfiesExactly(
            line -> assertThat(line).contains("'mgalo-bush' lacks Si"),
            line -> assertThat(line).contains("unknown option 'cutoff'"),
            line -> assertThat(line).contains(file.toString()));
  }

  @Test
  void a_full_disk_is_told_before_the_first_run() {
    gulp.replaying(QUARTZ);
    GulpCalculator calculator =
        new GulpCalculator(Recording.LIBRARY, Map.of("PATH", folder.toString()), new Full());

    assertThatThrownBy(
            () ->
                calculator.prepared(
                    Composition.parse("SiO2"),
                    GulpDouble.settings("sio2-slc"),
                    Placement.HERE,
                    folder.resolve("work")))
        .isInstanceOf(UnfitSettingsException.class)
        .hasMessage(folder.resolve("work") + ": 1 MB are free; gulp needs 20 MB or more");
  }

  private record Full() implements Machine {
    @Override
    public long disk(Path place) {
      return 1_000_000;
    }

    @Override
    public long memory() {
      return Long.MAX_VALUE;
    }
  }

  @Test
  void settings_that_fit_come_back_as_they_are() {
    RelaxationSettings settings = GulpDouble.settings("sio2-slc");

    assertThat(
            gulp.replaying(QUARTZ)
                .prepared(
                    Composition.parse("SiO2"),
                    settings,
                    Placement.HERE,
                    folder.resolve("not/yet/there")))
        .isEqualTo(settings);
  }

  private static ObjectAssert<Failed> assertFailed(Relaxation outcome, FailureReason reason) {
    return assertThat(outcome)
        .asInstanceOf(InstanceOfAssertFactories.type(Failed.class))
        .satisfies(failed -> assertThat(failed.reason()).isEqualTo(reason));
  }
}
