package org.coesite.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Against a real Slurm with one node. */
class SlurmExecutionTest {

  private static final Pace QUICK =
      new Pace(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(60));

  private static final String UNTIL_GO =
      "echo $$ > pid; until [ -f go ]; do sleep 0.1; done; echo done; exit 4";

  private static OneNodeSlurm slurm;

  @TempDir Path folder;

  private String name;

  @BeforeAll
  static void start() throws Exception {
    slurm = new OneNodeSlurm();
  }

  @AfterAll
  static void stop() throws Exception {
    if (slurm != null) {
      slurm.close();
    }
  }

  @BeforeEach
  void nameTheRun(TestInfo test) {
    name = test.getTestMethod().orElseThrow().getName();
  }

  @Test
  void the_exit_code_and_both_outputs_of_a_program_are_kept() throws Exception {
    assertThat(run("echo result; echo trouble >&2; exit 3")).isEqualTo(new Ending.Exited(3));
    assertThat(folder.resolve("run.out")).hasContent("result");
    assertThat(folder.resolve("run.out.err")).hasContent("trouble");
    assertNothingIsNoted();
  }

  @Test
  void a_program_gets_its_input_its_variables_and_its_arguments_as_they_are() throws Exception {
    Path odd = Files.createDirectories(folder.resolve("it's 100% \"odd\" #1 $HOME @TIME@"));
    Files.writeString(odd.resolve("in.txt"), "from the file");
    List<String> command =
        List.of(
            "/bin/sh", "-c", "cat; echo \" $GREETING $1 $SLURM_NTASKS\"; pwd", "sh", "a 'b' $c");
    ProgramRun run =
        new ProgramRun(
            name,
            command,
            odd,
            Map.of("GREETING", "it's  \"me\""),
            Optional.of("in.txt"),
            "run.out",
            ShellRun.LONG,
            new Placement("slurm", 2, 1, ShellRun.slurm("comment", "a b #c").directives()));
    assertThat(execution().run(run, () -> false)).isEqualTo(new Ending.Exited(0));
    assertThat(odd.resolve("run.out"))
        .hasContent("from the file it's  \"me\" a 'b' $c 2\n" + odd + "\n");
  }

  @Test
  void a_program_that_a_signal_ends_is_killed() throws Exception {
    Future<Ending> ending = begin("echo $$ > pid; sleep 1000");
    Eventually.process(folder.resolve("pid")).destroyForcibly();
    assertThat(ending.get()).isEqualTo(new Ending.Killed(9));
  }

  @Test
  void a_job_that_outlives_its_time_is_ended_with_its_children() throws Exception {
    Future<Ending> ending = begin("sleep 1000 & echo $! > child; wait");
    ProcessHandle child = Eventually.process(folder.resolve("child"));
    slurm.spendTime(name);
    assertThat(ending.get()).isEqualTo(new Ending.TimedOut(ShellRun.LONG));
    Eventually.ends(child);
    assertNothingIsNoted();
  }

  @Test
  void an_interrupted_job_is_cancelled() throws Exception {
    AtomicBoolean interrupted = new AtomicBoolean();
    Future<Ending> ending = begin("sleep 1000 & echo $! > child; wait", interrupted);
    ProcessHandle child = Eventually.process(folder.resolve("child"));
    interrupted.set(true);
    assertThat(ending.get()).isEqualTo(new Ending.Interrupted());
    assertThat(slurm.states(name)).containsExactly("CANCELLED");
    Eventually.ends(child);
    assertNothingIsNoted();
  }

  @Test
  void an_interrupted_job_that_still_waits_is_cancelled() throws Exception {
    AtomicBoolean interrupted = new AtomicBoolean();
    ProgramRun run = run(List.of("true"), ShellRun.slurm("begin", "now+1hour"));
    Future<Ending> ending = begin(run, interrupted);
    Eventually.holds("waiting job", () -> slurm.states(name).equals(List.of("PENDING")));
    interrupted.set(true);
    assertThat(ending.get()).isEqualTo(new Ending.Interrupted());
    assertThat(slurm.states(name)).containsExactly("CANCELLED");
  }

  @Test
  void a_job_that_somebody_else_cancels_is_lost_with_that_reason() throws Exception {
    Future<Ending> ending = begin("echo $$ > pid; sleep 1000");
    Eventually.process(folder.resolve("pid"));
    slurm.ask("scancel", slurm.id(name));
    assertThat(((Ending.Lost) ending.get()).reason())
        .contains(slurm.id(name))
        .contains("somebody cancelled it");
    assertNothingIsNoted();
  }

  @Test
  void a_job_of_a_killed_process_is_found_again_and_not_submitted_twice() throws Exception {
    Process jvm = AbandonedRun.start("slurm", slurm.environment(), folder, UNTIL_GO);
    Eventually.process(folder.resolve("pid"));
    jvm.destroyForcibly().waitFor();

    Future<Ending> ending = begin(ShellRun.of(folder, UNTIL_GO), new AtomicBoolean());
    Files.createFile(folder.resolve("go"));
    assertThat(ending.get()).isEqualTo(new Ending.Exited(4));
    assertThat(slurm.states("run")).hasSize(1);
    assertThat(folder.resolve("run.out")).hasContent("done");
  }

  @Test
  void a_job_is_found_again_although_its_number_was_never_noted() throws Exception {
    killAfter("sbatch", "exit 5");
    Eventually.holds("end of job", () -> slurm.states(name).equals(List.of("FAILED")));
    assertThat(run("exit 5")).isEqualTo(new Ending.Exited(5));
    assertThat(slurm.states(name)).hasSize(1);
  }

  @Test
  void a_job_with_another_command_is_ended_before_the_run_begins() throws Exception {
    killAfter("squeue", "echo $$ > pid; sleep 1000");
    ProcessHandle old = Eventually.process(folder.resolve("pid"));
    assertThat(run("exit 6")).isEqualTo(new Ending.Exited(6));
    assertThat(ProcessTree.isRunning(old)).isFalse();
    assertThat(slurm.states(name)).containsExactlyInAnyOrder("CANCELLED", "FAILED");
  }

  @Test
  void a_second_attempt_after_an_ending_is_a_new_job() throws Exception {
    assertThat(run("exit 1")).isEqualTo(new Ending.Exited(1));
    assertThat(run("exit 1")).isEqualTo(new Ending.Exited(1));
    assertThat(slurm.states(name)).containsExactly("FAILED", "FAILED");
  }

  @Test
  void a_job_that_comes_in_after_another_took_its_place_does_not_begin() throws Exception {
    ProgramRun run = run(List.of("touch", "begun"), ShellRun.slurm());
    Path late = new JobScript(run, name + "-late").write();
    JobNote.fresh(run).write(run);
    slurm.ask("sbatch", late.toString());
    Eventually.holds("end of late job", () -> slurm.states(name).equals(List.of("FAILED")));
    assertThat(folder.resolve("begun")).doesNotExist();
  }

  @Test
  void a_job_that_slurm_refuses_never_starts_and_says_why() {
    ProgramRun run = run(List.of("true"), ShellRun.slurm("partition", "nowhere"));
    assertThat(((Ending.SchedulerUnavailable) execution().run(run, () -> false)).reason())
        .contains("invalid partition specified: nowhere");
    assertNothingIsNoted();
  }

  @Test
  void a_job_that_can_never_begin_is_cancelled_and_says_why() throws Exception {
    ProgramRun run = run(List.of("true"), ShellRun.slurm("partition", "short"));
    assertThat(((Ending.SchedulerUnavailable) execution().run(run, () -> false)).reason())
        .contains("can never begin: PartitionTimeLimit");
    assertThat(slurm.states(name)).containsExactly("CANCELLED");
  }

  @Test
  void a_job_goes_on_while_the_controller_is_away() throws Exception {
    Future<Ending> ending = begin(UNTIL_GO);
    Eventually.process(folder.resolve("pid"));
    slurm.stopController();
    Files.createFile(folder.resolve("go"));
    Eventually.holds("exit code", () -> Files.exists(folder.resolve(name + ".exit")));
    slurm.startController();
    assertThat(ending.get()).isEqualTo(new Ending.Exited(4));
  }

  @Test
  void a_controller_that_stays_away_has_a_bound_and_the_job_is_found_later() throws Exception {
    killAfter("squeue", UNTIL_GO);
    Eventually.process(folder.resolve("pid"));
    slurm.stopController();
    Pace impatient = new Pace(QUICK.first(), QUICK.longest(), Duration.ofMillis(1));
    try {
      SlurmExecution execution = new SlurmExecution(slurm.commands(), impatient);
      assertThat(
              ((Ending.SchedulerUnavailable) execution.run(run(UNTIL_GO, "main"), () -> false))
                  .reason())
          .contains("unknown: Slurm has not answered for PT0.001S")
          .contains("Unable to contact slurm controller");
    } finally {
      slurm.startController();
      slurm.waitForNode();
    }
    Files.createFile(folder.resolve("go"));
    assertThat(run(UNTIL_GO)).isEqualTo(new Ending.Exited(4));
    assertThat(slurm.states(name)).hasSize(1);
  }

  @Test
  void a_job_whose_node_fails_is_lost_with_that_reason() throws Exception {
    Future<Ending> ending = begin("echo $$ > pid; sleep 1000");
    Eventually.process(folder.resolve("pid"));
    String id = slurm.id(name);
    slurm.stop("slurmd");
    slurm.ask("scontrol", "update", "NodeName=localhost", "State=DOWN", "Reason=test");
    try {
      assertThat(((Ending.Lost) ending.get()).reason()).contains(id).contains("its node failed");
      assertThat(slurm.states(name)).containsExactly("NODE_FAIL");
    } finally {
      slurm.startNode();
    }
  }

  private Ending run(String script) {
    return execution().run(run(script, "main"), () -> false);
  }

  /** Begins a run in a process that dies as soon as the first such command has answered. */
  private void killAfter(String command, String script) {
    SchedulerCommands installed = slurm.commands();
    SchedulerCommands dying =
        line -> {
          Answer answer = installed.ask(line);
          if (line.get(0).equals(command)) {
            throw new UnsupportedOperationException("killed");
          }
          return answer;
        };
    assertThatThrownBy(() -> new SlurmExecution(dying, QUICK).run(run(script, "main"), () -> false))
        .hasMessage("killed");
  }

  private Future<Ending> begin(String script) {
    return begin(script, new AtomicBoolean());
  }

  private Future<Ending> begin(String script, AtomicBoolean interrupted) {
    return begin(run(script, "main"), interrupted);
  }

  private static Future<Ending> begin(ProgramRun run, AtomicBoolean interrupted) {
    CompletableFuture<Ending> ending = new CompletableFuture<>();
    Thread thread =
        new Thread(() -> ending.complete(execution().run(run, interrupted::get)), run.name());
    thread.setDaemon(true);
    thread.start();
    return ending;
  }

  private ProgramRun run(String script, String partition) {
    return run(List.of("/bin/sh", "-c", script), ShellRun.slurm("partition", partition));
  }

  private ProgramRun run(List<String> command, Placement placement) {
    return new ProgramRun(
        name, command, folder, Map.of(), Optional.empty(), "run.out", ShellRun.LONG, placement);
  }

  private static SlurmExecution execution() {
    return new SlurmExecution(slurm.commands(), QUICK);
  }

  private void assertNothingIsNoted() {
    assertThat(folder.resolve(name + ".job")).doesNotExist();
    assertThat(folder.resolve(name + ".exit")).doesNotExist();
  }
}
