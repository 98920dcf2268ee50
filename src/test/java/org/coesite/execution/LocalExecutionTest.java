package org.coesite.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalExecutionTest {

  private static final Duration SHORT = Duration.ofSeconds(1);

  @TempDir Path folder;

  @Test
  void the_exit_code_and_both_outputs_of_a_program_are_kept() throws Exception {
    assertThat(run("echo result; echo trouble >&2; exit 3")).isEqualTo(new Ending.Exited(3));
    assertThat(folder.resolve("run.out")).hasContent("result");
    assertThat(folder.resolve("run.out.err")).hasContent("trouble");
    assertThat(folder.resolve("run.pid")).doesNotExist();
  }

  @Test
  void a_program_gets_its_input_its_variables_and_its_arguments_as_they_are() throws Exception {
    Files.writeString(folder.resolve("in.txt"), "from the file");
    List<String> command =
        List.of("/bin/sh", "-c", "cat; echo \" $GREETING $1\"", "sh", "a 'b' $c");
    ProgramRun run =
        new ProgramRun(
            "run",
            command,
            folder,
            Map.of("GREETING", "hello  world"),
            Optional.of("in.txt"),
            "run.out",
            ShellRun.LONG,
            Placement.HERE);
    assertThat(run(run)).isEqualTo(new Ending.Exited(0));
    assertThat(folder.resolve("run.out")).hasContent("from the file hello  world a 'b' $c");
  }

  @Test
  void a_program_that_a_signal_ends_is_killed() {
    assertThat(run("kill -9 $$")).isEqualTo(new Ending.Killed(9));
  }

  @Test
  void a_program_that_outlives_its_limit_is_ended_with_its_children() throws Exception {
    ProgramRun run =
        ShellRun.of(
            folder,
            "sh -c 'sleep 1000 & echo $! > grandchild; wait' & sleep 1000 & echo $! > child; wait",
            SHORT);
    assertThat(run(run)).isEqualTo(new Ending.TimedOut(SHORT));
    assertThat(isAlive("child")).isFalse();
    assertThat(isAlive("grandchild")).isFalse();
  }

  @Test
  void a_run_whose_time_is_spent_does_not_begin() {
    assertThat(run(ShellRun.of(folder, "touch begun", Duration.ZERO)))
        .isEqualTo(new Ending.TimedOut(Duration.ZERO));
    assertThat(folder.resolve("begun")).doesNotExist();
  }

  @Test
  void children_that_begin_while_others_are_ended_are_ended_too() throws Exception {
    ProgramRun run = ShellRun.of(folder, "while :; do sleep 999.321 & sleep 0.01; done", SHORT);
    assertThat(run(run)).isEqualTo(new Ending.TimedOut(SHORT));
    assertThat(ProcessHandle.allProcesses().map(ProcessHandle::info))
        .noneMatch(info -> info.commandLine().orElse("").contains("sleep 999.321"));
  }

  @Test
  void a_child_that_its_program_leaves_behind_does_not_go_on() throws Exception {
    assertThat(run("sleep 1000 & echo $! > child")).isEqualTo(new Ending.Exited(0));
    assertThat(isAlive("child")).isFalse();
  }

  @Test
  void a_child_that_is_left_behind_in_a_folder_with_other_letters_does_not_go_on()
      throws Exception {
    Path other = Files.createDirectory(folder.resolve("Übung 石英"));
    assertThat(run(ShellRun.of(other, "sleep 1000 & echo $! > ../child")))
        .isEqualTo(new Ending.Exited(0));
    assertThat(isAlive("child")).isFalse();
  }

  @Test
  void an_interrupted_program_is_ended() throws Exception {
    ProgramRun run = ShellRun.of(folder, "echo $$ > begun; sleep 1000");
    assertThat(new LocalExecution().run(run, () -> Files.exists(folder.resolve("begun"))))
        .isEqualTo(new Ending.Interrupted());
    assertThat(isAlive("begun")).isFalse();
  }

  @Test
  void the_program_of_an_interrupted_thread_is_ended() throws Exception {
    CompletableFuture<Ending> ending = new CompletableFuture<>();
    Thread thread =
        new Thread(() -> ending.complete(run("sleep 1000 & echo $! > child; wait")), "interrupted");
    thread.start();
    ProcessHandle child = Eventually.process(folder.resolve("child"));
    thread.interrupt();
    assertThat(ending.get()).isEqualTo(new Ending.Interrupted());
    assertThat(ProcessTree.isRunning(child)).isFalse();
  }

  @Test
  void a_missing_program_is_named() {
    ProgramRun run = ShellRun.of(folder, List.of("/no/such/pw.x"), ShellRun.LONG, Placement.HERE);
    assertThat(reason(run)).contains("/no/such/pw.x").contains("No such file");
  }

  @Test
  void a_file_that_is_no_program_is_named() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "no program");
    ProgramRun run = ShellRun.of(folder, List.of(file.toString()), ShellRun.LONG, Placement.HERE);
    assertThat(reason(run)).contains(file.toString()).contains("Permission denied");
  }

  @Test
  void a_missing_folder_and_a_folder_that_takes_no_files_are_named() {
    assertThat(reason(ShellRun.of(folder.resolve("gone"), "true")))
        .isEqualTo("there is no folder " + folder.resolve("gone"));
    assertThat(reason(ShellRun.of(Path.of("/proc/self/fd"), "true"))).contains("run.out");
  }

  @Test
  void a_missing_input_is_named() {
    ProgramRun run =
        new ProgramRun(
            "run",
            List.of("cat"),
            folder,
            Map.of(),
            Optional.of("in.txt"),
            "run.out",
            ShellRun.LONG,
            Placement.HERE);
    assertThat(reason(run)).isEqualTo("there is no file " + folder.resolve("in.txt"));
  }

  @Test
  void what_a_killed_process_left_running_is_ended_before_the_run_begins_again() throws Exception {
    Process jvm =
        AbandonedRun.start("local", Map.of(), folder, "sleep 1000 & echo $! > child; wait");
    ProcessHandle orphan = Eventually.process(folder.resolve("child"));
    Eventually.holds("pid file", () -> PidFile.of(ShellRun.of(folder, "")).living().isPresent());
    jvm.destroyForcibly().waitFor();
    assertThat(ProcessTree.isRunning(orphan)).isTrue();

    assertThat(new LocalExecution().goesOn(ShellRun.of(folder, "echo again"))).isFalse();
    Eventually.ends(orphan);
    assertThat(run("echo again")).isEqualTo(new Ending.Exited(0));
    assertThat(folder.resolve("run.out")).hasContent("again");
  }

  @Test
  void a_stranger_that_got_the_number_of_an_old_process_is_left_alone() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "1000").start();
    try {
      Instant before = stranger.info().startInstant().orElseThrow().minusSeconds(60);
      Files.writeString(folder.resolve("run.pid"), stranger.pid() + " " + before + "\n");
      assertThat(run("true")).isEqualTo(new Ending.Exited(0));
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void what_a_process_left_whose_parent_has_ended_is_ended_as_well() throws Exception {
    Process jvm =
        AbandonedRun.start("local", Map.of(), folder, "sleep 1000 & echo $! > child; wait");
    ProcessHandle orphan = Eventually.process(folder.resolve("child"));
    ProcessHandle parent = orphan.parent().orElseThrow();
    jvm.destroyForcibly().waitFor();
    parent.destroyForcibly();
    Eventually.ends(parent);
    assertThat(run("true")).isEqualTo(new Ending.Exited(0));
    Eventually.ends(orphan);
  }

  @Test
  void a_run_that_may_still_go_on_under_slurm_does_not_begin_here() throws Exception {
    JobNote.fresh(ShellRun.of(folder, "true")).write(ShellRun.of(folder, "true"));
    assertThat(reason(ShellRun.of(folder, "true"))).contains("under slurm").contains("run.job");
  }

  @Test
  void a_note_that_was_cut_short_stops_nothing() throws Exception {
    Files.writeString(folder.resolve("run.pid"), "12");
    assertThat(run("true")).isEqualTo(new Ending.Exited(0));
  }

  private Ending run(String script) {
    return run(ShellRun.of(folder, script));
  }

  private static Ending run(ProgramRun run) {
    return new LocalExecution().run(run, () -> false);
  }

  private static String reason(ProgramRun run) {
    return ((Ending.NotStarted) run(run)).reason();
  }

  private boolean isAlive(String file) throws Exception {
    long pid = Long.parseLong(Files.readString(folder.resolve(file)).trim());
    return ProcessHandle.of(pid).map(ProcessTree::isRunning).orElse(false);
  }
}
