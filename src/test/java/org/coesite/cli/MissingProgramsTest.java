package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run needs beside its calculator is looked for before the first run as well. */
class MissingProgramsTest {

  private static final String SEARCH =
      """
      name: missing
      seed: 1
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 2}
      stop: {relaxations: 2}
      refine: quantum-espresso
      refinement: {protocol: fast}
      run:
        quantum-espresso: {execution: %s, processes: 2}
      """;

  @TempDir Path folder;
  private Path data;

  /** All that there is on the PATH is pw.x. */
  @BeforeEach
  void install_nothing_but_pwx() throws IOException {
    data = folder.resolve("data");
    Files.createDirectories(folder.resolve("bin"));
    Files.createFile(
        folder.resolve("bin/pw.x"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
  }

  @Test
  void without_mpirun_two_processes_do_not_begin() throws Exception {
    assertRefused(
        run(
            "relax",
            "--calculator",
            "quantum-espresso",
            "--potential",
            "fast",
            "--processes",
            "2",
            CommandRun.silica("alpha-quartz")),
        "processes: 2",
        "'mpirun'",
        "install it or name it: COESITE_MPIRUN=");
  }

  @Test
  void without_mpirun_a_search_that_refines_with_two_processes_does_not_begin() throws Exception {
    assertRefused(search("local"), "processes: 2", "'mpirun'", "COESITE_MPIRUN=");
  }

  @Test
  void without_the_commands_of_slurm_a_search_that_refines_there_does_not_begin() throws Exception {
    assertRefused(
        search("slurm"),
        "run.quantum-espresso.execution: slurm needs sbatch, squeue, scancel",
        "install");
  }

  private CommandRun search(String execution) throws Exception {
    Path file = Files.writeString(folder.resolve("search.yaml"), SEARCH.formatted(execution));
    return run("search", file, "--data", data);
  }

  private CommandRun run(Object... arguments) throws Exception {
    return ChildProcess.run(Map.of("PATH", folder.resolve("bin").toString()), arguments);
  }

  private void assertRefused(CommandRun run, String... words) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).hasLineCount(1).contains(words);
    assertThat(data).doesNotExist();
  }
}
