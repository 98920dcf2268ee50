package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.coesite.calculator.IonicStep;
import org.junit.jupiter.api.Test;

class StepViewTest {

  @Test
  void a_step_has_its_figures_below_their_headings() {
    String words = StepView.of(new IonicStep(3, -975.7344794, 0.25, 24.11684)).words();
    assertThat(words)
        .isEqualTo("     3     -975.734479                0.25000       24.1168")
        .hasSameSizeAs(StepView.HEAD);
  }

  @Test
  void figures_that_a_program_keeps_to_itself_are_not_known() {
    StepView step = StepView.of(new IonicStep(0, -1, Double.NaN, Double.NaN));
    assertThat(step.maxForce()).isNull();
    assertThat(step.volume()).isNull();
    assertThat(step.words()).doesNotContain("NaN").endsWith("-             -");
  }
}
