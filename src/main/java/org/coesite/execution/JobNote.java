package org.coesite.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The file {@code NAME.job}: which job a run is.
 *
 * <p>It is written before the job is submitted, so that a job can be found by its name even if this
 * process is killed before it learns the job's number.
 *
 * @param jobName name of the job in the scheduler, never used twice
 * @param command hash of the command that it runs
 * @param id number of the job, empty until the scheduler has told it
 */
record JobNote(String jobName, String command, String id) {

  /** Of a job that is about to be submitted. */
  static JobNote fresh(ProgramRun run) {
    String token = UUID.randomUUID().toString().substring(0, 8);
    return new JobNote(run.name() + "-" + token, hash(run), "");
  }

  JobNote withId(String number) {
    return new JobNote(jobName, command, number);
  }

  /** The same job, which no run wants any more. */
  JobNote givenUp() {
    return new JobNote(jobName, "given up", id);
  }

  boolean isOf(ProgramRun run) {
    return command.equals(hash(run));
  }

  /** What the last run of this folder and name has left; empty if it ended or never was. */
  static Optional<JobNote> read(ProgramRun run) throws IOException {
    Path file = file(run);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 2) {
      throw new IOException("%s has %d line(s) instead of 2 or 3".formatted(file, lines.size()));
    }
    String id = lines.size() > 2 ? lines.get(2) : "";
    return Optional.of(new JobNote(lines.get(0), lines.get(1), id));
  }

  void write(ProgramRun run) throws IOException {
    Path part = run.ownFile(".job.part");
    Files.write(part, List.of(jobName, command, id));
    Files.move(
        part, file(run), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static void delete(ProgramRun run) throws IOException {
    Files.deleteIfExists(file(run));
  }

  static Path file(ProgramRun run) {
    return run.ownFile(".job");
  }

  private static String hash(ProgramRun run) {
    try {
      byte[] text = String.join("\0", run.command()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
