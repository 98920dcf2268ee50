package org.coesite.adapter.gulp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.coesite.calculator.FailureReason;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts on recorded outputs in which something was changed. */
class JudgeTest {

  private static final Recording QUARTZ = Recording.named("quartz_alpha__slc");

  private final Task task = new Task(QUARTZ.asked(), QUARTZ.start(), 0, true);

  private Verdict verdict(String text) {
    return new Judge(task).of(new GulpOutput(Listing.of(text)), Optional.empty());
  }

  @Test
  void the_recorded_output_is_achieved() {
    assertThat(verdict(QUARTZ.outputText())).isInstanceOf(Verdict.Achieved.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "O    c O    s Spring (c-s)|O    c O    s Spring       |SETTINGS_IGNORED",
        "Buckingham A     1283.9070|Buckingham A     1283.9080|SETTINGS_IGNORED",
        "eV        0.000 12.000|eV        0.000 10.000|SETTINGS_IGNORED",
        "0.000  1.900|0.000  2.000|SETTINGS_IGNORED",
        "Core        8      16.00   0.869020|Core        8      16.00   0.869000|SETTINGS_IGNORED",
        "Pressure of configuration =         0.000|Pressure of configuration =  1.000|SETTINGS_IGNORED",
        "configurations input =      1|configurations input =      2|SETTINGS_IGNORED",
        "*  optimise  |*  single    |SETTINGS_IGNORED",
        "Final energy =    -386.11331590|Final energy = ****************|NOT_A_NUMBER",
        "Job Finished at|Job|OUTPUT_UNREADABLE",
        "* Version = |* |OUTPUT_UNREADABLE",
        "Final fractional coordinates of atoms|Final coordinates|OUTPUT_UNREADABLE",
        "**** Optimisation achieved ****|!! ERROR : something new|CRASHED",
      })
  void what_is_not_as_asked_is_no_result(String old, String other, FailureReason reason) {
    assertThat(QUARTZ.outputText()).contains(old);

    assertThat(verdict(QUARTZ.outputText().replace(old, other)))
        .asInstanceOf(InstanceOfAssertFactories.type(Verdict.Useless.class))
        .extracting(Verdict.Useless::reason)
        .isEqualTo(reason);
  }

  @Test
  void achieved_with_derivatives_above_the_bound_is_stuck() {
    String text = QUARTZ.outputText().replace("=       0.00000216", "=       0.00200000");

    assertThat(verdict(text))
        .asInstanceOf(InstanceOfAssertFactories.type(Verdict.GaveUp.class))
        .satisfies(
            gaveUp -> {
              assertThat(gaveUp.kind()).isEqualTo(FailureReason.STUCK);
              assertThat(gaveUp.reason()).contains("gnorm 0.00200 eV", "limit 0.00100 eV");
            });
  }

  @Test
  void too_many_failed_attempts_are_stuck() {
    String text =
        QUARTZ
            .outputText()
            .replace("Optimisation achieved ****", "Too many failed attempts to optimise ****");

    assertThat(verdict(text))
        .asInstanceOf(InstanceOfAssertFactories.type(Verdict.GaveUp.class))
        .extracting(Verdict.GaveUp::kind)
        .isEqualTo(FailureReason.STUCK);
  }

  @Test
  void oxygens_at_one_place_are_a_collapse() {
    Structure dense = QUARTZ.start().with(QUARTZ.start().lattice().scaledTo(20));

    assertThat(ShortDistances.in(QUARTZ.start(), QUARTZ.asked())).isEmpty();
    assertThat(ShortDistances.in(dense, QUARTZ.asked()).orElseThrow())
        .contains("Si 1 and O", "Å apart, limit 1.301 Å");
  }

  @Test
  void a_left_handed_cell_is_written_as_the_same_crystal() {
    Lattice l = QUARTZ.start().lattice();
    Structure left = QUARTZ.start().with(new Lattice(l.a(), l.b(), l.c().times(-1)));
    Geometry right = Geometry.of(left.rightHanded(), List.of());

    assertThat(right.lattice().determinant()).isPositive();
    assertThat(right.particles().get(0).fractional())
        .isEqualTo(QUARTZ.start().sites().get(0).fractional().times(-1));
  }

  @Test
  void a_restart_file_from_the_middle_of_a_run_has_no_energy() {
    Recording killed = Recording.named("killed_sigkill_dump");
    RestartFile file =
        RestartFile.read(Listing.of(killed.restartText().orElseThrow())).orElseThrow();

    assertThat(file.energy()).isEmpty();
    assertThat(file.belongsTo(0)).isFalse();
    assertThat(file.geometry().particles()).hasSize(24);
  }

  @Test
  void a_restart_file_writes_thirds_as_fractions() {
    RestartFile file =
        RestartFile.read(Listing.of(QUARTZ.restartText().orElseThrow())).orElseThrow();

    assertThat(file.geometry().particles()).hasSize(15);
    assertThat(file.geometry().particles().get(0).fractional())
        .isEqualTo(new Vector3(0.469699999, 0, 2 / 3.0));
    assertThat(file.belongsTo(-386.1133159)).isTrue();
  }
}
