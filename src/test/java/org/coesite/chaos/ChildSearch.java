package org.coesite.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A {@link DoomedSearch} seen from outside.
 *
 * @param process its Java machine
 * @param output what it prints
 * @param errors what it and those before it complained of
 */
record ChildSearch(Process process, BufferedReader output, Path errors) implements AutoCloseable {

  /**
   * How a search that lived to its end ended.
   *
   * @param state its state
   * @param hash of its population
   * @param moments that a fate could have struck at
   */
  record End(String state, String hash, long moments) {}

  /** A search that goes on at once. */
  static ChildSearch started(String database, Path folder, Path settings, boolean shared, long fate)
      throws IOException {
    ChildSearch child = waiting(database, folder, settings, shared, fate);
    child.begin();
    return child;
  }

  /** A process whose engine is about to run, and that waits to be told to go on. */
  static ChildSearch waiting(String database, Path folder, Path settings, boolean shared, long fate)
      throws IOException {
    Path errors = folder.resolve("child.err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedSearch.class.getName(),
                database,
                folder.toString(),
                settings.toString(),
                Boolean.toString(shared),
                Long.toString(fate))
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start();
    return new ChildSearch(process, process.inputReader(StandardCharsets.UTF_8), errors);
  }

  /** Tells it to go on with its search. */
  void begin() throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
  }

  /** Waits until its engine runs; false if it was dead before. */
  boolean awaitEngine() throws IOException {
    return awaitLine("ready");
  }

  /** Waits until its search goes on; false if it was dead before. */
  boolean awaitWork() throws IOException {
    return awaitLine("working");
  }

  private boolean awaitLine(String awaited) throws IOException {
    for (@Nullable String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals(awaited)) {
        return true;
      }
    }
    return false;
  }

  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Waits for its death or its end; null if it died as it was doomed to. */
  @Nullable End await() throws IOException, InterruptedException {
    @Nullable String last = null;
    for (@Nullable String line = output.readLine(); line != null; line = output.readLine()) {
      last = line;
    }
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    if (process.exitValue() == Fate.HALTED) {
      return null;
    }
    assertThat(process.exitValue())
        .as("exit code after '%s'; it complained: %s", last, Files.readString(errors))
        .isZero();
    assertThat(last).startsWith("ended ");
    String[] words = last.split(" ");
    return new End(words[1], words[2], Long.parseLong(words[3]));
  }

  @Override
  public void close() {
    kill();
  }
}
