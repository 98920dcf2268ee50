package org.coesite.execution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecuteResultHandler;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.PumpStreamHandler;
import org.apache.commons.exec.environment.EnvironmentUtils;

/** Runs programs on this machine, as children of this process. */
public final class LocalExecution implements Execution {

  /** How often to look whether to end a run. */
  private static final Duration LOOK = Duration.ofMillis(100);

  /** Exit codes from here on are those of a death by signal, as a shell gives them. */
  private static final int SIGNALS = 128;

  private static final int LAST_SIGNAL = SIGNALS + 64;

  @Override
  public String name() {
    return "local";
  }

  @Override
  public Ending run(ProgramRun run, BooleanSupplier interrupted) {
    ProcessTree tree = new ProcessTree();
    DefaultExecutor executor = DefaultExecutor.builder().setWorkingDirectory(run.folder()).get();
    executor.setProcessDestroyer(tree);
    try (InputStream input =
            run.input().isPresent()
                ? Files.newInputStream(run.folder().resolve(run.input().get()))
                : InputStream.nullInputStream();
        OutputStream output = Files.newOutputStream(run.outputFile());
        OutputStream error = Files.newOutputStream(run.errorFile())) {
      executor.setStreamHandler(new PumpStreamHandler(output, error, input));
      executor.setExitValues(null);
      DefaultExecuteResultHandler result = new DefaultExecuteResultHandler();
      executor.execute(commandLine(run), environment(run), result);
      return await(run, tree, result, interrupted);
    } catch (IOException failure) {
      return new Ending.NotStarted(String.valueOf(failure.getMessage()));
    }
  }

  private static Ending await(
      ProgramRun run,
      ProcessTree tree,
      DefaultExecuteResultHandler result,
      BooleanSupplier interrupted) {
    long end = System.nanoTime() + run.limit().toNanos();
    try {
      while (!result.hasResult()) {
        if (interrupted.getAsBoolean()) {
          tree.end();
          result.waitFor();
          return new Ending.Interrupted();
        }
        if (System.nanoTime() > end) {
          tree.end();
          result.waitFor();
          return new Ending.TimedOut(run.limit());
        }
        result.waitFor(LOOK);
      }
    } catch (InterruptedException hurry) {
      tree.end();
      Thread.currentThread().interrupt();
      return new Ending.Interrupted();
    }
    if (result.getException() != null && !tree.hasBegun()) {
      return new Ending.NotStarted(String.valueOf(result.getException().getMessage()));
    }
    int code = result.getExitValue();
    return code > SIGNALS && code <= LAST_SIGNAL
        ? new Ending.Killed(code - SIGNALS)
        : new Ending.Exited(code);
  }

  private static CommandLine commandLine(ProgramRun run) {
    CommandLine line = new CommandLine(run.command().get(0));
    run.command().stream().skip(1).forEach(argument -> line.addArgument(argument, false));
    return line;
  }

  private static Map<String, String> environment(ProgramRun run) throws IOException {
    Map<String, String> environment = new HashMap<>(EnvironmentUtils.getProcEnvironment());
    environment.putAll(run.environment());
    return environment;
  }
}
