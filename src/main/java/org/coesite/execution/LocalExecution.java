package org.coesite.execution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.commons.exec.PumpStreamHandler;

/**
 * Runs programs on this machine, as children of this process.
 *
 * <p>They end with this process, unless it is killed without a chance to end them. What is left of
 * such a run is ended before the same run begins again.
 */
public final class LocalExecution implements Execution {

  @Override
  public String name() {
    return "local";
  }

  @Override
  public Ending run(ProgramRun run, BooleanSupplier interrupted) {
    if (!Files.isDirectory(run.folder())) {
      return new Ending.NotStarted("there is no folder " + run.folder());
    }
    try {
      Optional<Ending> elsewhere = elsewhere(run);
      if (elsewhere.isPresent()) {
        return elsewhere.get();
      }
      endLeftover(run);
      if (run.limit().toNanos() <= 0) {
        return new Ending.TimedOut(run.limit());
      }
      PidFile pid = PidFile.of(run);
      Ending ending = runAnew(run, pid, interrupted);
      pid.delete();
      return ending;
    } catch (NoSuchFileException missing) {
      return new Ending.NotStarted("there is no file " + missing.getFile());
    } catch (AccessDeniedException forbidden) {
      return new Ending.NotStarted("no permission for " + forbidden.getFile());
    } catch (IOException failure) {
      return new Ending.NotStarted(String.valueOf(failure.getMessage()));
    }
  }

  /** A job under Slurm may; what is left of it on this machine is ended here already. */
  @Override
  public boolean goesOn(ProgramRun run) {
    try {
      endLeftover(run);
      return elsewhere(run).isPresent();
    } catch (IOException unreadable) {
      // The run comes upon the same file, and its ending says so.
      return true;
    }
  }

  @Override
  public Optional<Ending> giveUp(ProgramRun run, BooleanSupplier interrupted) {
    try {
      endLeftover(run);
      return elsewhere(run);
    } catch (IOException unreadable) {
      return Optional.of(new Ending.NotStarted(String.valueOf(unreadable.getMessage())));
    }
  }

  private static Optional<Ending> elsewhere(ProgramRun run) throws IOException {
    return JobNote.read(run)
        .map(
            note ->
                new Ending.NotStarted(
                    "a job of this run may still go on under slurm, see %s: run it there again, or"
                            .formatted(JobNote.file(run))
                        + " cancel the job and remove the file"));
  }

  /** Ends what a killed process has left of a run on this machine. */
  static void endLeftover(ProgramRun run) throws IOException {
    new ProcessTree(mark(run), PidFile.of(run).living()).end();
  }

  private static Ending runAnew(ProgramRun run, PidFile pid, BooleanSupplier interrupted)
      throws IOException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.putAll(run.environment());
    Program program = new Program(run.command(), run.folder(), environment, mark(run));
    try (InputStream input = input(run);
        OutputStream output = Files.newOutputStream(run.outputFile());
        OutputStream error = Files.newOutputStream(run.errorFile())) {
      return program.run(
          new PumpStreamHandler(output, error, input),
          run.limit(),
          interrupted,
          process -> pid.write(process.toHandle()));
    }
  }

  private static InputStream input(ProgramRun run) throws IOException {
    return run.inputFile().isPresent()
        ? Files.newInputStream(run.inputFile().get())
        : InputStream.nullInputStream();
  }

  /**
   * In ASCII, whatever the path: how others are encoded in an environment depends on the locale.
   */
  private static Optional<String> mark(ProgramRun run) {
    return Optional.of(run.ownFile("").toUri().getRawPath());
  }
}
