package org.coesite.adapter.quantumespresso;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.Test;

/** What pw.x is told. */
class PwInputTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Structure CELL =
      new StartCell(SymmetryFinder.create()).of(Fluorite.conventional(4.6), StartCell.PRIMITIVE);

  private static PwInput input(RelaxationSettings settings) {
    PwSettings pw = PwSettings.of(settings);
    return new PwInput(
        pw, CELL, PseudopotentialSet.read(pw, CELL.composition()).byElement().values());
  }

  @Test
  void coordinates_have_the_digits_that_symmetry_needs() {
    assertThat(input(Fluorite.settings("moderate")).text(MINUTE))
        .contains("     0.000000000000     2.300000000000     2.300000000000")
        .contains(" O   0.25000000000000  0.25000000000000  0.25000000000000");
  }

  @Test
  void pressure_is_told_in_kbar_and_the_energy_threshold_per_cell() {
    RelaxationSettings settings = Fluorite.settings("fast");
    RelaxationSettings pressed =
        new RelaxationSettings(
            settings.stages(), 2.5, 1, 1, 20, Duration.ofHours(1), true, settings.options());
    assertThat(input(pressed).text(MINUTE))
        .contains("press = 2.500000d+01")
        .contains("etot_conv_thr = 9.000000d-05")
        .contains("nstep = 20")
        .contains("max_seconds = 60");
  }

  @Test
  void no_steps_make_a_single_point() {
    assertThat(input(Fluorite.settings("fast").withMaxSteps(0)).text(MINUTE))
        .contains("calculation = 'scf'")
        .contains("tstress = .true.")
        .doesNotContain("&CELL");
  }

  @Test
  void smearing_and_functional_are_told_only_where_asked_for() {
    assertThat(input(Fluorite.settings("fast")).text(MINUTE))
        .doesNotContain("occupations", "input_dft");
    assertThat(
            input(Fluorite.settings("fast", "smearing", "gaussian", "functional", "PBESOL"))
                .text(MINUTE))
        .contains("occupations = 'smearing'", "degauss = 2.000000d-02", "input_dft = 'PBESOL'");
  }

  @Test
  void going_on_changes_the_mode_and_the_time_alone() {
    PwInput input = input(Fluorite.settings("fast"));
    String text = input.text(MINUTE);
    assertThat(PwInput.continued(text, Duration.ofSeconds(30)))
        .isEqualTo(
            text.replace("'from_scratch'", "'restart'")
                .replace("max_seconds = 60", "max_seconds = 30"));
    assertThat(input.identity()).isEqualTo(input(Fluorite.settings("fast")).identity());
    assertThat(input.identity())
        .isNotEqualTo(input(Fluorite.settings("fast", "cutoff", "36")).identity());
  }
}
