package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * A search in a process of its own, with one job of Slurm at a time.
 *
 * @param environment in which Slurm is found
 */
record QueuedSearch(Map<String, String> environment, Path data, String name) {

  Process begin(Path settings) throws IOException {
    return ChildProcess.start(environment, "search", settings, "--data", data, "--workers", "1");
  }

  /** Kills the process, and resumes the search in another, which finds the job that is at work. */
  Process killAndResume(Process search) throws Exception {
    search.destroyForcibly().waitFor();
    assertThat(notes()).hasSize(1);
    Path note = notes().get(0);
    FileTime left = Files.getLastModifiedTime(note);
    Process resumed =
        ChildProcess.start(environment, "resume", name, "--data", data, "--workers", "1");
    // Whoever has found a job writes its number down again.
    holds(resumed, () -> !Files.getLastModifiedTime(note).equals(left));
    return resumed;
  }

  /** The notes of all jobs that may be at work. */
  List<Path> notes() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve(name).resolve("work"))) {
      return files.filter(file -> file.toString().endsWith(".job")).toList();
    }
  }

  static void endsWell(Process search) throws Exception {
    String err = new String(search.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(search.waitFor()).as(err).isZero();
  }

  /** Waits for what a search is to do while it goes on. */
  static void holds(Process search, Callable<Boolean> condition) {
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> condition.call() || !search.isAlive());
    assertThat(search.isAlive()).isTrue();
  }
}
