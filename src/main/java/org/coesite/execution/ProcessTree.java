package org.coesite.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.commons.exec.ProcessDestroyer;
import org.jspecify.annotations.Nullable;

/**
 * A started program with all that it starts itself; commons-exec alone would end the parent only.
 *
 * <p>Its processes are the descendants of the first one and, on Linux, whatever carries the mark of
 * the run in its environment: this finds also those whose parent has ended.
 */
final class ProcessTree implements ProcessDestroyer {

  /** Environment variable that marks all processes of a run. */
  static final String VARIABLE = "COESITE_RUN";

  /** For how long to go on ending processes; one that waits for a dead disk cannot be ended. */
  private static final Duration EFFORT = Duration.ofSeconds(10);

  private static final Duration ROUND = Duration.ofMillis(10);

  private final Optional<String> mark;
  private volatile @Nullable ProcessHandle root;
  private volatile @Nullable Process process;

  /**
   * The processes of a run.
   *
   * @param mark value of {@link #VARIABLE} in their environment, if they have it
   * @param root the first process, if it is known already
   */
  ProcessTree(Optional<String> mark, Optional<ProcessHandle> root) {
    this.mark = mark;
    this.root = root.orElse(null);
  }

  @Override
  public boolean add(Process started) {
    root = started.toHandle();
    process = started;
    return true;
  }

  @Override
  public boolean remove(Process ended) {
    return true;
  }

  @Override
  public int size() {
    return process == null ? 0 : 1;
  }

  /** The first process as this one started it; empty before that. */
  Optional<Process> started() {
    return Optional.ofNullable(process);
  }

  /** Ends all processes at once, and those that begin meanwhile, until none is left. */
  void end() {
    long giveUp = System.nanoTime() + EFFORT.toNanos();
    List<ProcessHandle> living = living();
    while (!living.isEmpty() && System.nanoTime() < giveUp) {
      living.forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(ROUND.toNanos());
      living = living();
    }
  }

  private List<ProcessHandle> living() {
    Stream<ProcessHandle> family =
        Stream.ofNullable(root).flatMap(one -> Stream.concat(Stream.of(one), one.descendants()));
    Stream<ProcessHandle> marked = mark.stream().flatMap(ProcessTree::marked);
    return Stream.concat(family, marked).distinct().filter(ProcessTree::isRunning).toList();
  }

  private static Stream<ProcessHandle> marked(String mark) {
    String entry = '\0' + VARIABLE + '=' + mark + '\0';
    return ProcessHandle.allProcesses().filter(process -> read(process, "environ").contains(entry));
  }

  /** Whether it is more than the entry that an ended process leaves until its parent asks. */
  static boolean isRunning(ProcessHandle candidate) {
    String status = read(candidate, "stat");
    return candidate.isAlive() && !status.substring(status.lastIndexOf(')') + 1).startsWith(" Z");
  }

  /** What Linux tells about a process; nothing elsewhere or if it ended or is not ours. */
  private static String read(ProcessHandle candidate, String file) {
    Path path = Path.of("/proc", Long.toString(candidate.pid()), file);
    try {
      return '\0' + Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException ended) {
      return "";
    }
  }
}
