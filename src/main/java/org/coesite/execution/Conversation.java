package org.coesite.execution;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program of this machine that stays at work and is talked to by lines: one in, one out. It has
 * to end by itself when its input ends, so that nothing is left of it when this process is killed.
 */
public final class Conversation implements AutoCloseable {

  private static final int KEPT = 16_384;
  private static final long PATIENCE_SECONDS = 5;

  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter questions;
  private final StringBuilder errors = new StringBuilder();
  private final Thread errorReader;

  private Conversation(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    this.errorReader = new Thread(this::readErrors, "coesite-conversation-errors");
    errorReader.setDaemon(true);
    errorReader.start();
  }

  /**
   * Starts a program.
   *
   * @param environment variables beside those of this process
   * @throws IOException if it does not start
   */
  public static Conversation started(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return new Conversation(builder.start());
  }

  /** Says a line; fails if the program has ended. */
  public void say(String line) throws IOException {
    synchronized (questions) {
      questions.write(line);
      questions.newLine();
      questions.flush();
    }
  }

  /** The next line that it says, waiting for it; empty once it has ended. */
  public Optional<String> hear() throws IOException {
    @Nullable String line = answers.readLine();
    return Optional.ofNullable(line);
  }

  /** Whether it is still there. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** How it ended, waiting a little for that: an exit code or a signal. */
  public Optional<Ending> ending() {
    try {
      return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
          ? Optional.of(Ending.Exited.of(process.exitValue()))
          : Optional.empty();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** The last lines that it printed as errors; all of them once it has ended. */
  public LastLines lastLines() {
    if (ending().isPresent()) {
      awaitErrors();
    }
    synchronized (errors) {
      return LastLines.of("", errors.toString());
    }
  }

  private void awaitErrors() {
    try {
      errorReader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private void readErrors() {
    char[] part = new char[1024];
    try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
      for (int read = reader.read(part); read >= 0; read = reader.read(part)) {
        synchronized (errors) {
          errors.append(part, 0, read);
          errors.delete(0, Math.max(0, errors.length() - KEPT));
        }
      }
    } catch (IOException ended) {
      synchronized (errors) {
        errors.append(ended.getMessage());
      }
    }
  }

  /** Ends the program at once. */
  @Override
  public void close() {
    new ProcessTree(Optional.empty(), Optional.of(process.toHandle())).end();
    try {
      // Java learns of the end a little later than the system.
      process.waitFor(1, TimeUnit.SECONDS);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
  }
}
