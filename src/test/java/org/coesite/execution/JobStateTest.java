package org.coesite.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JobStateTest {

  private static final ProgramRun RUN = ShellRun.of(Path.of("/tmp"), "true");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PENDING",
        "CONFIGURING",
        "RUNNING",
        "SUSPENDED",
        "STOPPED",
        "SIGNALING",
        "RESIZING",
        "STAGE_OUT",
        "COMPLETING",
        "REQUEUED",
        "REQUEUE_FED",
        "REQUEUE_HOLD",
        "RESV_DEL_HOLD",
        "SPECIAL_EXIT",
        "STATE_OF_A_LATER_SLURM"
      })
  void a_job_in_such_a_state_goes_on(String state) {
    assertThat(ending(state, "0")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "COMPLETED, 0, Exited[code=0]",
    "COMPLETED, 0:0, Exited[code=0]",
    "FAILED, 768, Exited[code=3]",
    "FAILED, 3:0, Exited[code=3]",
    "FAILED, 35072, Killed[signal=9]",
    "FAILED, 137:0, Killed[signal=9]",
    "FAILED, 11, Killed[signal=11]",
    "FAILED, 0:11, Killed[signal=11]",
    "TIMEOUT, 15, TimedOut[limit=PT10M]",
    "OUT_OF_MEMORY, 0:125, OutOfMemory[reason=job 12 used more memory than it has]",
    "BOOT_FAIL, 0, 'SchedulerUnavailable[reason=job 12: its node did not boot (BOOT_FAIL, reason None)]'",
    "FAILED, 0, 'SchedulerUnavailable[reason=job 12 failed without an exit code: None]'",
    "NODE_FAIL, 15, 'Lost[reason=job 12: its node failed (NODE_FAIL, reason None)]'",
    "CANCELLED, 15, 'Lost[reason=job 12: somebody cancelled it (CANCELLED, reason None)]'",
    "CANCELLED by 1000, 0:15, 'Lost[reason=job 12: somebody cancelled it (CANCELLED, reason None)]'",
    "CANCELLED+, 0:15, 'Lost[reason=job 12: somebody cancelled it (CANCELLED, reason None)]'",
    "DEADLINE, 15, 'Lost[reason=job 12: its deadline passed (DEADLINE, reason None)]'",
    "REVOKED, 0, 'Lost[reason=job 12: another cluster of the federation took it (REVOKED, reason"
        + " None)]'",
    "PREEMPTED, 15, 'Lost[reason=job 12: a job of higher priority took its place (PREEMPTED, reason"
        + " None)]'",
  })
  void a_job_in_such_a_state_has_ended(String state, String exit, String ending) {
    assertThat(ending(state, exit)).map(Object::toString).contains(ending);
  }

  @Test
  void the_exit_code_that_the_script_wrote_comes_before_what_slurm_tells() {
    assertThat(JobReport.of("12", "FAILED", "0", "None").ending(RUN, OptionalInt.of(2)))
        .contains(new Ending.Exited(2));
  }

  @Test
  void only_a_waiting_job_can_be_hopeless() {
    assertThat(JobReport.of("12", "PENDING", "0", "PartitionTimeLimit  ").isHopeless()).isTrue();
    assertThat(JobReport.of("12", "PENDING", "0", "Resources").isHopeless()).isFalse();
    assertThat(JobReport.of("12", "RUNNING", "0", "PartitionTimeLimit").isHopeless()).isFalse();
  }

  private static Optional<Ending> ending(String state, String exit) {
    return JobReport.of("12", state, exit, "None").ending(RUN, OptionalInt.empty());
  }
}
