package org.coesite.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The file {@code NAME.pid}: which process a run is, for whoever comes after a killed JVM. */
record PidFile(Path path) {

  /** A system tells the start of a process anew from its running clock, which may be corrected. */
  private static final Duration CLOCK = Duration.ofSeconds(5);

  static PidFile of(ProgramRun run) {
    return new PidFile(run.ownFile(".pid"));
  }

  void write(ProcessHandle process) throws IOException {
    Files.writeString(path, process.pid() + " " + start(process) + "\n");
  }

  /** The very process that was written, if it still lives: pid and start agree. */
  Optional<ProcessHandle> living() throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    String[] words = Files.readString(path).trim().split(" ");
    try {
      Instant begun = Instant.parse(words[words.length - 1]);
      return ProcessHandle.of(Long.parseLong(words[0]))
          .filter(ProcessHandle::isAlive)
          .filter(process -> Duration.between(begun, start(process)).abs().compareTo(CLOCK) < 0);
    } catch (NumberFormatException | DateTimeParseException cutShort) {
      return Optional.empty();
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  private static Instant start(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
