package org.coesite.adapter.quantumespresso;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coesite.adapter.quantumespresso.Verdict.Failure;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Forecasting.Outcome;
import org.coesite.calculator.Machine;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Structure;
import org.coesite.execution.Placement;
import org.coesite.execution.ScriptedSlurm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose jobs outlive a scheduler that fell silent; no pw.x takes part. */
class QueuedRunsTest {

  private static final Placement SLURM = new Placement("slurm", 1, 1, Collections.emptySortedMap());

  private static final PwInput WIDE = input(4.7);
  private static final PwInput NARROW = input(4.5);

  @TempDir Path folder;

  private final ScriptedSlurm slurm = new ScriptedSlurm().takes(12).fallsSilent();

  private static PwInput input(double edge) {
    Structure start = Fluorite.conventional(edge);
    PwSettings settings = PwSettings.of(Fluorite.settings("fast"));
    return new PwInput(
        settings,
        start,
        PseudopotentialSet.read(settings, start.composition()).byElement().values());
  }

  @Test
  void a_job_of_another_input_is_cancelled_before_its_files_go() throws Exception {
    relax(WIDE);
    String other = Files.readString(note());
    slurm.takes(13).tells(12, "RUNNING", "COMPLETING", "CANCELLED");
    assertThat(round(NARROW).clear()).isEmpty();
    assertThat(slurm.count("scancel")).isEqualTo(1);
    assertThat(round(NARROW).folder()).doesNotExist();

    slurm.fallsSilent();
    relax(NARROW);
    assertThat(slurm.count("sbatch")).isEqualTo(2);
    assertThat(note()).content().endsWith("13\n").isNotEqualTo(other);
  }

  @Test
  void the_files_of_a_job_of_another_input_stay_until_it_has_certainly_ended() throws Exception {
    relax(WIDE);
    Path pwIn = round(WIDE).folder().resolve(PwInput.FILE);
    String reads = Files.readString(pwIn);
    Optional<Round.Report> blocked = round(NARROW).clear();
    assertThat(blocked.orElseThrow().verdict())
        .isInstanceOfSatisfying(
            Failure.class,
            f -> assertThat(f.reason()).isEqualTo(FailureReason.SCHEDULER_UNAVAILABLE));
    assertThat(pwIn).hasContent(reads);
    assertThat(note()).exists();
    assertThat(slurm.count("sbatch")).isEqualTo(1);
  }

  @Test
  void a_dry_run_whose_scheduler_fell_silent_is_found_again() throws Exception {
    assertThat(forecast(WIDE)).isInstanceOfSatisfying(Outcome.Infeasible.class, this::isSilence);
    Path run = folder.resolve("dry-run");
    Files.writeString(
        run.resolve(PwProgram.OUTPUT), RecordedRun.first("dry-run").traces().output().text());
    slurm.tells(12, "RUNNING", "COMPLETED");
    assertThat(forecast(WIDE))
        .isInstanceOfSatisfying(
            Outcome.Feasible.class, f -> assertThat(f.forecast().kPoints()).isPositive());
    assertThat(slurm.count("sbatch")).isEqualTo(1);
    assertThat(run).doesNotExist();
  }

  @Test
  void a_dry_run_of_another_input_is_cancelled_first() throws Exception {
    forecast(WIDE);
    slurm.takes(13).tells(12, "PENDING", "CANCELLED");
    forecast(NARROW);
    assertThat(slurm.count("scancel")).isEqualTo(1);
    assertThat(slurm.count("sbatch")).isEqualTo(2);
  }

  private void isSilence(Outcome.Infeasible outcome) {
    assertThat(outcome.reason()).isEqualTo(FailureReason.SCHEDULER_UNAVAILABLE);
    assertThat(outcome.message()).contains("job 12");
  }

  private Outcome forecast(PwInput input) throws IOException {
    return new DryRun(input, program(), workplace(), Machine.THIS).forecast();
  }

  private void relax(PwInput input) throws IOException {
    assertThat(round(input).run(new TimeBudget(Duration.ofMinutes(5))).verdict())
        .isInstanceOf(Failure.class);
  }

  private Round round(PwInput input) {
    return new Round(folder.resolve("round-1"), input, program(), workplace(), SLURM);
  }

  private Workplace workplace() {
    return new Workplace(folder, "test", slurm.execution(), SLURM, () -> false);
  }

  private static PwProgram program() {
    return PwProgram.in(System.getenv());
  }

  private Path note() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("round-1"))) {
      List<Path> notes = files.filter(file -> file.toString().endsWith(".job")).toList();
      assertThat(notes).hasSize(1);
      return notes.get(0);
    }
  }
}
