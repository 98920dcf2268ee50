package org.coesite.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For how long a job was at work, whatever it waited for. */
class SlurmTimeTest {

  private static final Duration HALF_A_DAY = Duration.ofHours(12);

  @TempDir Path folder;

  private final ScriptedSlurm slurm = new ScriptedSlurm();
  private final SlurmExecution execution = new SlurmExecution(slurm, Pace.USUAL);

  private ProgramRun run() {
    return ShellRun.of(folder, "true", Duration.ofHours(1));
  }

  @Test
  void waiting_in_the_queue_is_no_work() throws IOException {
    Files.writeString(folder.resolve("run.seconds"), "75\n");

    assertThat(execution.worked(run(), HALF_A_DAY)).isEqualTo(Duration.ofSeconds(75));
  }

  @Test
  void a_job_that_could_not_tell_has_worked_for_its_limit_at_most() throws IOException {
    assertThat(execution.worked(run(), HALF_A_DAY)).isEqualTo(Duration.ofHours(1));
    assertThat(execution.worked(run(), Duration.ofMinutes(2))).isEqualTo(Duration.ofMinutes(2));

    Files.writeString(folder.resolve("run.seconds"), "");
    assertThat(execution.worked(run(), HALF_A_DAY)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_clock_that_was_set_back_makes_no_time() throws IOException {
    Files.writeString(folder.resolve("run.seconds"), "-3600");

    assertThat(execution.worked(run(), HALF_A_DAY)).isEqualTo(Duration.ZERO);
  }

  @Test
  void the_time_of_an_earlier_job_is_not_that_of_the_next() throws IOException {
    Files.writeString(folder.resolve("run.seconds"), "75");
    slurm
        .answer("sbatch", ScriptedSlurm.submitted(12))
        .answer("squeue", ScriptedSlurm.queued(12, "TIMEOUT", 0));

    assertThat(execution.run(run(), () -> false)).isInstanceOf(Ending.TimedOut.class);
    assertThat(execution.worked(run(), HALF_A_DAY)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void the_script_of_a_job_measures_its_program() throws Exception {
    Path script = new JobScript(run(), "run-1").write();
    Files.writeString(JobNote.file(run()), "run-1");

    assertThat(new ProcessBuilder("/bin/sh", script.toString()).start().waitFor()).isZero();
    assertThat(folder.resolve("run.seconds")).content().matches("[0-9]+\\n");
    assertThat(folder.resolve("run.exit")).hasContent("0");
  }
}
