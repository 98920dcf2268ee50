package org.coesite.execution;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what takes its time, with a limit that a slow machine does not reach either. */
final class Eventually {

  private Eventually() {}

  static void holds(String what, Callable<Boolean> condition) {
    await(what).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20)).until(condition);
  }

  /** Process number that a program has written into a file. */
  static ProcessHandle process(Path file) throws IOException {
    holds(file + " is written", () -> Files.exists(file) && Files.readString(file).endsWith("\n"));
    return ProcessHandle.of(Long.parseLong(Files.readString(file).trim())).orElseThrow();
  }

  static void ends(ProcessHandle process) {
    holds("end of process " + process.pid(), () -> !ProcessTree.isRunning(process));
  }
}
