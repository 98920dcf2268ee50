package org.coesite.search;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Keeps other workers out of the folder of a run, be they threads of this process, other processes
 * or other machines. The system gives a lock back when its process is killed.
 */
final class FolderLocks {

  private static final Duration LOOK = Duration.ofMillis(100);

  /**
   * Folders whose file is open here. Threads take turns before they open it: on POSIX, to close it
   * anywhere in a process drops the lock that another thread of the process has on it.
   */
  private final Set<Path> open = ConcurrentHashMap.newKeySet();

  /** A folder that nobody else works in until it is closed. */
  final class Held implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;

    private Held(Path folder, FileChannel channel) {
      this.folder = folder;
      this.channel = channel;
    }

    @Override
    public void close() throws IOException {
      try {
        channel.close();
      } finally {
        open.remove(folder);
      }
    }
  }

  /** Waits until nobody else is at work there; empty if interrupted before that. */
  Optional<Held> await(Path folder, BooleanSupplier interrupted) throws IOException {
    Path real = Files.createDirectories(folder).toRealPath();
    while (!open.add(real)) {
      if (interrupted.getAsBoolean()) {
        return Optional.empty();
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    Optional<Held> held = Optional.empty();
    try {
      held = locked(real, interrupted);
    } finally {
      if (held.isEmpty()) {
        open.remove(real);
      }
    }
    return held;
  }

  private Optional<Held> locked(Path folder, BooleanSupplier interrupted) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      while (!isLocked(channel)) {
        if (interrupted.getAsBoolean()) {
          channel.close();
          return Optional.empty();
        }
        LockSupport.parkNanos(LOOK.toNanos());
      }
      return Optional.of(new Held(folder, channel));
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException otherEngineInThisProcess) {
      return false;
    }
  }
}
