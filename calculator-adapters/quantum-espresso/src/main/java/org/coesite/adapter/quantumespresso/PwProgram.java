package org.coesite.adapter.quantumespresso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coesite.calculator.Workplace;
import org.coesite.execution.Ending;
import org.coesite.execution.Executable;
import org.coesite.execution.Execution;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;
import org.coesite.execution.ProgramRun;

/**
 * The program pw.x, alone or under mpirun.
 *
 * @param pwx usually {@code pw.x} on the PATH, or what {@code COESITE_PWX} names
 * @param mpirun usually {@code mpirun} on the PATH, or what {@code COESITE_MPIRUN} names
 */
record PwProgram(Executable pwx, Executable mpirun) {

  static final String OUTPUT = "pw.out";

  private static final Duration VERSION_LIMIT = Duration.ofSeconds(60);

  /** Threads of the linear algebra would compete with the processes for the same cores. */
  private static final Map<String, String> ONE_THREAD =
      Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1");

  /** Open MPI refuses to start for root otherwise, as in a container. */
  private static final Map<String, String> AS_ROOT =
      Map.of("OMPI_ALLOW_RUN_AS_ROOT", "1", "OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1");

  static PwProgram in(Map<String, String> environment) {
    return new PwProgram(
        new Executable("pw.x", "COESITE_PWX", environment),
        new Executable("mpirun", "COESITE_MPIRUN", environment));
  }

  /** What is not installed here, although runs of this placement need it. */
  Optional<String> missing(Placement placement) {
    if (pwx.file().isEmpty()) {
      return Optional.of(pwx.missing());
    }
    return placement.processes() > 1 && mpirun.file().isEmpty()
        ? Optional.of(
            "processes: %d of them need mpirun, of Open MPI or another: %s"
                .formatted(placement.processes(), mpirun.missing()))
        : Optional.empty();
  }

  /** Runs it in a folder with {@code pw.in} in it, and takes from the time what it worked. */
  Ending run(String name, Path folder, Workplace workplace, Placement placement, TimeBudget time) {
    Execution execution = workplace.execution();
    ProgramRun run = programRun(name, folder, placement, time.left());
    long begin = System.nanoTime();
    Ending ending = execution.run(run, workplace.interrupted());
    time.spend(execution.worked(run, Duration.ofNanos(System.nanoTime() - begin)));
    return ending;
  }

  /** Whether a run that a killed process has left is still at work on the files of a folder. */
  boolean goesOn(String name, Path folder, Workplace workplace, Placement placement) {
    return workplace.execution().goesOn(programRun(name, folder, placement, Duration.ofSeconds(1)));
  }

  /** Ends what a killed process has left in a folder; why it may still be at work, else empty. */
  Optional<Ending> giveUp(String name, Path folder, Workplace workplace, Placement placement) {
    return workplace
        .execution()
        .giveUp(
            programRun(name, folder, placement, Duration.ofSeconds(1)), workplace.interrupted());
  }

  private ProgramRun programRun(String name, Path folder, Placement placement, Duration limit) {
    List<String> command = new ArrayList<>();
    Map<String, String> environment = new HashMap<>(ONE_THREAD);
    if (placement.processes() > 1) {
      String processes = String.valueOf(placement.processes());
      command.addAll(
          List.of(file(mpirun), "--oversubscribe", "--bind-to", "none", "-np", processes));
      environment.putAll(AS_ROOT);
    }
    command.addAll(List.of(file(pwx), "-nk", String.valueOf(placement.pools())));
    command.addAll(List.of("-in", PwInput.FILE));
    return new ProgramRun(
        name, command, folder, environment, Optional.empty(), OUTPUT, limit, placement);
  }

  private static String file(Executable executable) {
    return executable.file().map(Path::toString).orElse(executable.program());
  }

  /** Version from its banner; empty if it does not start. Leaves no file. */
  Optional<String> version() throws IOException {
    if (pwx.file().isEmpty()) {
      return Optional.empty();
    }
    Path folder = Files.createTempDirectory("coesite-pwx");
    try {
      // Without an input file it greets and gives up.
      ProgramRun run = programRun("version", folder, Placement.HERE, VERSION_LIMIT);
      new LocalExecution().run(run, () -> false);
      return new PwOutput(Folders.text(run.outputFile())).version();
    } finally {
      Folders.delete(folder);
    }
  }
}
