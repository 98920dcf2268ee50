package org.coesite.calculator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is free on the machine that outside programs run on. */
public interface Machine {

  /** This machine. */
  Machine THIS =
      new Machine() {
        @Override
        public long disk(Path folder) {
          try {
            return Files.getFileStore(existing(folder)).getUsableSpace();
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        }

        @Override
        public long memory() {
          Path file = Path.of("/proc/meminfo");
          try {
            return Files.isReadable(file)
                ? Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(Long.MAX_VALUE)
                : Long.MAX_VALUE;
          } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
          }
        }
      };

  /** Bytes that can still be written below a folder, which need not exist yet. */
  long disk(Path folder);

  /** Bytes of memory that a new program can have; unlimited where the system does not say. */
  long memory();

  /**
   * Why a program cannot keep its files below a folder, in one line; empty if it can.
   *
   * @param folder need not exist yet
   * @param least bytes that it writes at the very least
   */
  default Optional<String> unfit(Path folder, String program, long least) {
    Path existing = existing(folder);
    if (!Files.isDirectory(existing)) {
      return Optional.of(
          "%s: cannot hold files of %s: %s is no folder".formatted(folder, program, existing));
    }
    if (!Files.isWritable(existing) || !Files.isReadable(existing)) {
      return Optional.of(
          "%s: cannot hold files of %s: %s cannot be read and written"
              .formatted(folder, program, existing));
    }
    long free = disk(folder);
    return free < least
        ? Optional.of(
            "%s: %d MB are free; %s needs %d MB or more"
                .formatted(folder, free / 1_000_000, program, least / 1_000_000))
        : Optional.empty();
  }

  /** The folder, or the nearest one above that there is. */
  private static Path existing(Path folder) {
    Path at = folder.toAbsolutePath().normalize();
    while (!Files.exists(at) && at.getParent() != null) {
      at = at.getParent();
    }
    return at;
  }
}
