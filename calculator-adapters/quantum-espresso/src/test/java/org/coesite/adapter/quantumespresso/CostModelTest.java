package org.coesite.adapter.quantumespresso;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The estimates are within a factor of 3 of the recorded runs, and a disk is never too small. */
class CostModelTest {

  private static final double ROUGHLY = 3;

  private static List<RecordedRun> finished() {
    return RecordedRun.lastOfEach().stream()
        .filter(run -> run.entry().get("runs").size() == 1)
        .filter(run -> run.entry().get("status").asText().startsWith("converged"))
        .filter(run -> !run.asked().calculation().equals("relax"))
        .toList();
  }

  private static CostModel model(RecordedRun run) {
    PwOutput output = run.traces().output();
    Asked asked = run.asked();
    return new CostModel(
        output.kPoints().orElseThrow(),
        output.bands().orElseThrow(),
        output.volume().orElseThrow(),
        output.atoms().orElseThrow(),
        output.symmetryOperations(),
        output.augmented(),
        asked.cutoff(),
        asked.densityCutoff());
  }

  @ParameterizedTest
  @MethodSource("finished")
  void the_time_is_right_within_a_factor_of_3(RecordedRun run) {
    CostModel model = model(run);
    Duration estimate = run.asked().relaxes() ? model.relaxation() : model.singlePoint();
    double ratio = estimate.toMillis() / 1000.0 / run.run().get("cpu_s").asDouble();
    assertThat(ratio).isBetween(1 / ROUGHLY, ROUGHLY);
  }

  @ParameterizedTest
  @MethodSource("finished")
  void the_disk_is_right_within_a_factor_of_3_and_not_below(RecordedRun run) {
    double ratio = model(run).disk() / run.run().get("outdir_max_bytes").asDouble();
    assertThat(ratio).isBetween(1.0, ROUGHLY);
  }
}
