package org.coesite.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecuteResultHandler;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.PumpStreamHandler;

/**
 * A program to start on this machine.
 *
 * @param environment all of it, apart from the mark
 * @param mark by which all its processes are found; empty for a command that hands its environment
 *     on to what shall outlive it
 */
record Program(
    List<String> command, Path folder, Map<String, String> environment, Optional<String> mark) {

  /** How often to look whether to end it. */
  private static final Duration LOOK = Duration.ofMillis(100);

  /** For how long to read on what an ended program had written. */
  private static final Duration DRAIN = Duration.ofSeconds(10);

  /** Told once that the program has begun. */
  interface Beginning {
    void of(Process process) throws IOException;
  }

  /**
   * Runs it to its end; nothing that it started goes on after that.
   *
   * @throws IOException if it does not start, or if the beginning throws one
   */
  Ending run(
      PumpStreamHandler streams, Duration limit, BooleanSupplier interrupted, Beginning beginning)
      throws IOException {
    ProcessTree tree = new ProcessTree(mark, Optional.empty());
    streams.setStopTimeout(DRAIN);
    DefaultExecutor executor =
        DefaultExecutor.builder()
            .setWorkingDirectory(folder)
            .setExecuteStreamHandler(streams)
            .get();
    executor.setProcessDestroyer(tree);
    executor.setExitValues(null);
    Thread atExit = new Thread(tree::end);
    Runtime.getRuntime().addShutdownHook(atExit);
    DefaultExecuteResultHandler result = new DefaultExecuteResultHandler();
    try {
      executor.execute(commandLine(), markedEnvironment(), result);
      Process process = begun(tree, result);
      beginning.of(process);
      return await(process, limit, interrupted);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return new Ending.Interrupted();
    } finally {
      tree.end();
      drain(result);
      forget(atExit);
    }
  }

  private static Process begun(ProcessTree tree, DefaultExecuteResultHandler result)
      throws IOException, InterruptedException {
    Optional<Process> process = tree.started();
    while (process.isEmpty() && !result.hasResult()) {
      TimeUnit.MILLISECONDS.sleep(1);
      process = tree.started();
    }
    if (process.isEmpty()) {
      Throwable failure = result.getException();
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      throw new IOException(cause.getMessage(), failure);
    }
    return process.get();
  }

  private static Ending await(Process process, Duration limit, BooleanSupplier interrupted)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
      if (interrupted.getAsBoolean()) {
        return new Ending.Interrupted();
      }
      if (System.nanoTime() - end > 0) {
        return new Ending.TimedOut(limit);
      }
    }
    return Ending.Exited.of(process.exitValue());
  }

  /** Waits until all that was written has arrived, however much of a hurry there is. */
  private static void drain(DefaultExecuteResultHandler result) {
    boolean hurry = Thread.interrupted();
    long end = System.nanoTime() + DRAIN.multipliedBy(2).toNanos();
    while (!result.hasResult() && System.nanoTime() - end < 0) {
      try {
        result.waitFor(LOOK);
      } catch (InterruptedException again) {
        hurry = true;
      }
    }
    if (hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread atExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException shutdown) {
      // This JVM is on its way out and runs the hook itself.
      return;
    }
  }

  private CommandLine commandLine() {
    CommandLine line = new CommandLine(command.get(0));
    command.stream().skip(1).forEach(argument -> line.addArgument(argument, false));
    return line;
  }

  private Map<String, String> markedEnvironment() {
    Map<String, String> marked = new HashMap<>(environment);
    mark.ifPresent(value -> marked.put(ProcessTree.VARIABLE, value));
    return marked;
  }
}
