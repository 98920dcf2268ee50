package org.coesite.execution;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what takes its time, with a limit that a slow machine does not reach either. */
final class Eventually {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private Eventually() {}

  static void holds(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() - end > 0) {
        fail("%s: not within %s", what, LIMIT);
      }
      Thread.sleep(20);
    }
  }

  /** Process number that a program has written into a file. */
  static ProcessHandle process(Path file) throws Exception {
    holds(file + " is written", () -> Files.exists(file) && Files.readString(file).endsWith("\n"));
    return ProcessHandle.of(Long.parseLong(Files.readString(file).trim())).orElseThrow();
  }

  static void ends(ProcessHandle process) throws Exception {
    holds("end of process " + process.pid(), () -> !ProcessTree.isRunning(process));
  }
}
