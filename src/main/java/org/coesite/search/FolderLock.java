package org.coesite.search;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Keeps other workers out of the folder of a run, be they threads of this process, other processes
 * or other machines. The system gives it back when its process is killed.
 */
record FolderLock(FileChannel channel) implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(100);

  /** Waits until nobody else is at work there; empty if interrupted before that. */
  static Optional<FolderLock> await(Path folder, BooleanSupplier interrupted) throws IOException {
    FileChannel channel =
        FileChannel.open(
            Files.createDirectories(folder).resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    try {
      while (!isLocked(channel)) {
        if (interrupted.getAsBoolean()) {
          channel.close();
          return Optional.empty();
        }
        LockSupport.parkNanos(LOOK.toNanos());
      }
      return Optional.of(new FolderLock(channel));
    } catch (IOException failure) {
      channel.close();
      throw failure;
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException threadOfThisProcess) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
