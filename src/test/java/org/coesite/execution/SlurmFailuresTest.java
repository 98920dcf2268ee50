package org.coesite.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.coesite.execution.ScriptedSlurm.NOTHING;
import static org.coesite.execution.ScriptedSlurm.SILENCE;
import static org.coesite.execution.ScriptedSlurm.UNREACHABLE;
import static org.coesite.execution.ScriptedSlurm.queued;
import static org.coesite.execution.ScriptedSlurm.submitted;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scheduler may do to us, and what becomes of the run. */
class SlurmFailuresTest {

  private static final Answer DONE = queued(12, "COMPLETED", 0);

  private static final String POLICY =
      "sbatch: error: Batch job submission failed: Job violates accounting/QOS policy (job submit"
          + " limit, user's size and/or time limits)\n";

  @TempDir Path folder;

  private final ScriptedSlurm slurm = new ScriptedSlurm();

  @Test
  void a_busy_scheduler_is_asked_again() {
    slurm
        .answer("sbatch", UNREACHABLE, SILENCE, submitted(12))
        .answer("squeue", NOTHING, UNREACHABLE, NOTHING, queued(12, "RUNNING", 0), DONE);
    assertThat(run()).isEqualTo(new Ending.Exited(0));
    assertThat(slurm.count("sbatch")).isEqualTo(3);
  }

  @Test
  void a_job_that_came_in_although_sbatch_never_answered_is_not_submitted_twice() {
    slurm.answer("sbatch", SILENCE).answer("squeue", queued(12, "RUNNING", 0), DONE);
    assertThat(run()).isEqualTo(new Ending.Exited(0));
    assertThat(slurm.count("sbatch")).isEqualTo(1);
  }

  @Test
  void a_limit_on_the_number_of_jobs_is_waited_for_as_long_as_it_takes() {
    Answer full = refused("QOSMaxSubmitJobPerUserLimit");
    // 100 pauses of up to 5 ms are more than the patience of 200 ms.
    Answer[] answers = Collections.nCopies(101, full).toArray(new Answer[0]);
    answers[100] = submitted(12);
    slurm.answer("sbatch", answers).answer("squeue", DONE);
    assertThat(run()).isEqualTo(new Ending.Exited(0));
    assertThat(slurm.count("sbatch")).isEqualTo(101);
  }

  @Test
  void a_run_that_waits_for_its_submission_can_be_interrupted() {
    slurm.answer("sbatch", refused("AssocGrpSubmitJobsLimit")).answer("squeue", NOTHING);
    assertThat(slurm.execution().run(program(), () -> slurm.count("sbatch") > 3))
        .isEqualTo(new Ending.Interrupted());
  }

  @Test
  void a_limit_without_a_name_passes_or_has_a_bound() {
    Answer unnamed = new Answer(1, "", POLICY);
    slurm.answer("sbatch", unnamed, submitted(12)).answer("squeue", NOTHING, DONE);
    assertThat(run()).isEqualTo(new Ending.Exited(0));

    slurm.answer("sbatch", unnamed).answer("squeue", NOTHING);
    assertThat(((Ending.SchedulerUnavailable) run()).reason()).contains("job submit limit");
  }

  @Test
  void a_limit_on_size_or_time_does_not_pass() {
    slurm.answer("sbatch", refused("QOSMaxWallDurationPerJobLimit"));
    assertThat(((Ending.SchedulerUnavailable) run()).reason())
        .contains("QOSMaxWallDurationPerJobLimit");
    assertThat(slurm.count("sbatch")).isEqualTo(1);
    assertThat(folder.resolve("run.job")).doesNotExist();
  }

  /** As sbatch tells which limit of a policy is exceeded. */
  private static Answer refused(String limit) {
    return new Answer(1, "", "sbatch: error: " + limit + "\n" + POLICY);
  }

  @Test
  void a_scheduler_that_never_answers_has_a_bound() {
    slurm.answer("sbatch", UNREACHABLE).answer("squeue", UNREACHABLE);
    assertThat(run())
        .isEqualTo(
            new Ending.SchedulerUnavailable(
                "Slurm has not answered for PT0.2S: squeue: error: Unable to contact slurm"
                    + " controller (connect failure)"));
    assertThat(folder.resolve("run.job")).exists();
  }

  @Test
  void a_scheduler_that_answers_all_but_sbatch_has_a_bound_too() {
    slurm.answer("sbatch", SILENCE).answer("squeue", NOTHING);
    assertThat(run()).isEqualTo(new Ending.SchedulerUnavailable("sbatch: no answer"));
  }

  @Test
  void a_job_that_the_controller_has_forgotten_is_looked_up_in_accounting() {
    slurm
        .answer("sbatch", submitted(12))
        .answer("squeue", NOTHING)
        .answer("sacct", new Answer(0, "12|TIMEOUT|0:0|None\n", ""));
    assertThat(run()).isEqualTo(new Ending.TimedOut(ShellRun.LONG));
  }

  @Test
  void a_job_that_only_accounting_believes_to_run_is_gone() {
    slurm
        .answer("sbatch", submitted(12))
        .answer("squeue", NOTHING)
        .answer("sacct", new Answer(0, "12|RUNNING|0:0|None\n", ""));
    assertThat(((Ending.Lost) run()).reason()).contains("job 12").contains("unknown to squeue");
    assertThat(folder.resolve("run.job")).doesNotExist();
  }

  @Test
  void without_accounting_the_exit_code_in_the_folder_tells_the_ending() throws Exception {
    JobNote.fresh(program()).withId("12").write(program());
    Files.writeString(folder.resolve("run.exit"), "139\n");
    slurm.answer("squeue", NOTHING);
    assertThat(run()).isEqualTo(new Ending.Killed(11));
    assertThat(folder.resolve("run.exit")).doesNotExist();
  }

  @Test
  void whoever_prepares_a_run_can_ask_whether_its_job_may_be_at_work() throws Exception {
    Execution execution = slurm.execution();
    assertThat(execution.goesOn(program())).isFalse();
    JobNote.fresh(program()).write(program());
    assertThat(execution.goesOn(program())).isTrue();
    ProgramRun other = ShellRun.of(folder, List.of("false"), ShellRun.LONG, ShellRun.slurm());
    assertThat(execution.goesOn(other)).isFalse();
  }

  @Test
  void a_run_whose_time_is_spent_is_not_submitted() {
    ProgramRun late = ShellRun.of(folder, List.of("true"), Duration.ZERO, ShellRun.slurm());
    assertThat(slurm.execution().run(late, () -> false))
        .isEqualTo(new Ending.TimedOut(Duration.ZERO));
  }

  @Test
  void a_job_that_was_cancelled_in_the_queue_has_no_words_of_an_earlier_run() throws Exception {
    Files.writeString(program().outputFile(), "words of an earlier run\n");
    Files.writeString(program().errorFile(), "errors of an earlier run\n");
    slurm
        .answer("sbatch", submitted(12))
        .answer("squeue", queued(12, "PENDING", 0), queued(12, "CANCELLED", 0));
    assertThat(run()).isInstanceOf(Ending.Lost.class);
    assertThat(LastLines.of(program().outputFile(), program().errorFile()))
        .isEqualTo(LastLines.NONE);
  }

  @Test
  void an_answer_that_makes_no_sense_counts_as_none() {
    slurm
        .answer("sbatch", submitted(12))
        .answer("squeue", new Answer(0, "slurm is being upgraded\n", ""), DONE);
    assertThat(run()).isEqualTo(new Ending.Exited(0));
  }

  @Test
  void a_job_that_was_never_cancelled_is_so_before_the_run_begins_again() {
    slurm
        .answer("sbatch", submitted(12))
        .answer("squeue", queued(12, "RUNNING", 0))
        .answer("scancel", UNREACHABLE);
    Ending first = slurm.execution().run(program(), this::isSubmitted);
    assertThat(((Ending.SchedulerUnavailable) first).reason())
        .contains("job 12")
        .contains("scancel");

    slurm
        .answer("scancel", NOTHING)
        .answer("sbatch", submitted(13))
        .answer(
            "squeue",
            queued(12, "RUNNING", 0),
            queued(12, "COMPLETING", 0),
            queued(12, "CANCELLED", 15),
            queued(13, "FAILED", 2 << 8));
    assertThat(run()).isEqualTo(new Ending.Exited(2));
  }

  @Test
  void a_program_that_a_killed_process_left_on_this_machine_is_ended_first() throws Exception {
    Process left = new ProcessBuilder("sleep", "1000").start();
    PidFile.of(program()).write(left.toHandle());
    slurm.answer("sbatch", submitted(12)).answer("squeue", DONE);
    assertThat(run()).isEqualTo(new Ending.Exited(0));
    assertThat(left.waitFor()).isEqualTo(128 + 9);
  }

  @Test
  void a_run_that_is_interrupted_before_it_begins_submits_nothing() {
    assertThat(slurm.execution().run(program(), () -> true)).isEqualTo(new Ending.Interrupted());
    assertThat(slurm.count("sbatch")).isZero();
  }

  @Test
  void a_thread_that_is_interrupted_stays_so() {
    Thread.currentThread().interrupt();
    assertThat(run()).isEqualTo(new Ending.Interrupted());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(slurm.count("sbatch")).isZero();
  }

  @Test
  void a_job_that_may_come_in_after_an_interruption_finds_another_name_in_the_note()
      throws Exception {
    slurm.answer("sbatch", SILENCE).answer("squeue", NOTHING);
    assertThat(slurm.execution().run(program(), this::isSubmitted))
        .isEqualTo(new Ending.Interrupted());
    String late = Files.readString(folder.resolve("run.sh")).split("--job-name=|\\R")[2];
    assertThat(late).matches("run-[0-9a-f]{8}");
    assertThat(folder.resolve("run.job")).content().contains("run-").doesNotContain(late);
  }

  @Test
  void a_machine_without_slurm_says_so() {
    assertThat(run()).isEqualTo(new Ending.SchedulerUnavailable("sbatch: not found"));
  }

  @Test
  void missing_commands_are_told_before_anything_is_run() throws Exception {
    SlurmExecution execution = new SlurmExecution(Map.of("PATH", folder.toString()));
    assertThat(execution.missing())
        .get()
        .asString()
        .contains("slurm needs sbatch, squeue, scancel");
    for (String command : List.of("sbatch", "scancel")) {
      install(command);
    }
    assertThat(execution.missing())
        .get()
        .asString()
        .contains("slurm needs squeue,", "slurm-client");
    install("squeue");
    assertThat(execution.missing()).isEmpty();
    assertThat(new LocalExecution().missing()).isEmpty();
  }

  private void install(String command) throws Exception {
    Files.createFile(
        folder.resolve(command),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
  }

  @Test
  void a_missing_folder_is_named() {
    ProgramRun run = ShellRun.of(folder.resolve("gone"), "true");
    assertThat(slurm.execution().run(run, () -> false))
        .isEqualTo(new Ending.NotStarted("there is no folder " + folder.resolve("gone")));
  }

  @Test
  void a_command_that_does_not_end_gives_no_answer() {
    InstalledCommands commands = new InstalledCommands(System.getenv(), Duration.ofMillis(200));
    assertThatThrownBy(() -> commands.ask(List.of("sleep", "1000")))
        .isInstanceOf(NoAnswerException.class);
  }

  @Test
  void variables_of_the_shell_do_not_change_what_slurm_is_asked() throws Exception {
    InstalledCommands commands =
        new InstalledCommands(
            Map.of("SBATCH_JOB_NAME", "x", "SQUEUE_FORMAT", "y", "SLURM_CONF", "z"), ShellRun.LONG);
    assertThat(commands.ask(List.of("/usr/bin/env")).output())
        .contains("SLURM_CONF=z")
        .doesNotContain("SBATCH_JOB_NAME", "SQUEUE_FORMAT", ProcessTree.VARIABLE);
  }

  @Test
  void a_job_that_nobody_wants_any_more_is_cancelled_and_waited_for() {
    slurm.takes(12).fallsSilent();
    run();
    slurm.tells(12, "RUNNING", "COMPLETING", "CANCELLED");
    assertThat(slurm.execution().giveUp(program(), () -> false)).isEmpty();
    assertThat(slurm.count("scancel")).isEqualTo(1);
  }

  @Test
  void a_job_whose_end_is_not_certain_keeps_its_note_and_is_not_gone_on_with() {
    slurm.takes(12).fallsSilent();
    run();
    assertThat(slurm.execution().giveUp(program(), () -> false))
        .get()
        .asString()
        .contains("what became of job 12", "is unknown: Slurm has not answered");
    assertThat(folder.resolve("run.job")).exists();
    assertThat(slurm.execution().goesOn(program())).isFalse();
  }

  @Test
  void whoever_is_in_a_hurry_does_not_wait_for_the_end_of_a_job() {
    slurm.takes(12).fallsSilent();
    run();
    slurm.tells(12, "RUNNING");
    assertThat(slurm.execution().giveUp(program(), () -> true)).contains(new Ending.Interrupted());
    assertThat(folder.resolve("run.job")).exists();
  }

  @Test
  void a_job_that_may_be_at_work_under_slurm_is_neither_begun_nor_given_up_on_this_machine() {
    slurm.takes(12).fallsSilent();
    run();
    LocalExecution here = new LocalExecution();
    assertThat(here.goesOn(program())).isTrue();
    assertThat(here.giveUp(program(), () -> false))
        .contains(here.run(program(), () -> false))
        .get()
        .asString()
        .contains("a job of this run may still go on under slurm");
  }

  private Ending run() {
    return slurm.execution().run(program(), () -> false);
  }

  private boolean isSubmitted() {
    return slurm.count("squeue") > 0;
  }

  private ProgramRun program() {
    return ShellRun.of(folder, List.of("true"), ShellRun.LONG, ShellRun.slurm());
  }
}
