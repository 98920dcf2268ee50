package org.coesite.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts of users that would be commands to a shell stay texts, in every place they can get to. */
class HostileTextTest {

  private static final List<String> TEXTS =
      List.of(
          "$(touch x)",
          "`touch x`",
          "; touch x",
          "| touch x",
          "&& touch x",
          "' ; touch x ; '",
          "\"; touch x; \"",
          "a b",
          "*",
          "../y",
          "-rf",
          "a\ntouch x\nb",
          "#",
          "\\",
          "@COMMAND@");

  @TempDir Path parent;

  @Test
  void as_arguments_of_a_program_on_this_machine() throws Exception {
    Path folder = Files.createDirectory(parent.resolve("$(touch x); a'b"));

    Ending ending =
        new LocalExecution().run(printing(folder, Placement.HERE, Map.of()), () -> false);

    assertThat(ending).isInstanceOf(Ending.Exited.class);
    assertPrintedAndNothingElseDone(folder);
  }

  @Test
  void in_the_script_of_a_job() throws Exception {
    for (String text : TEXTS) {
      if (!text.contains("\n")) {
        Path folder = Files.createDirectories(parent.resolve("$(touch x); a'b").resolve("run"));
        ProgramRun run =
            printing(folder, ShellRun.slurm("comment", text, "mem", text), Map.of("A", text));
        Path script = new JobScript(run, "job").write();

        // To the shell, what sbatch is told are comments.
        Process shell =
            new ProcessBuilder("/bin/sh", script.toString()).directory(folder.toFile()).start();

        assertThat(shell.waitFor()).isZero();
        assertPrintedAndNothingElseDone(folder);
      }
    }
  }

  private static ProgramRun printing(
      Path folder, Placement placement, Map<String, String> environment) {
    List<String> command = new ArrayList<>(List.of("/usr/bin/printf", "<%s>\\n"));
    command.addAll(TEXTS);
    return new ProgramRun(
        "run", command, folder, environment, Optional.empty(), "run.out", ShellRun.LONG, placement);
  }

  private void assertPrintedAndNothingElseDone(Path folder) throws Exception {
    assertThat(Files.readString(folder.resolve("run.out")))
        .isEqualTo(String.join("", TEXTS.stream().map(text -> "<" + text + ">\n").toList()));
    try (Stream<Path> files = Files.walk(parent)) {
      assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("x", "y");
    }
    assertThat(Path.of("x")).doesNotExist();
  }
}
