package org.coesite.search;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The contents of raw files below a data directory, compressed by gzip, each once: its SHA-256 is
 * its name, the first two digits that of the folder.
 */
public final class RawOutputs {

  private final Path dataDirectory;

  /** Below a data directory. */
  public RawOutputs(Path dataDirectory) {
    this.dataDirectory = dataDirectory;
  }

  private Path file(String search, String sha256) {
    return dataDirectory
        .resolve(search)
        .resolve("raw")
        .resolve(sha256.substring(0, 2))
        .resolve(sha256.substring(2) + ".gz");
  }

  /**
   * Writes the contents that files have; they are on disk when it returns. A crash on the way
   * leaves at most a file that nothing names.
   *
   * @throws IllegalArgumentException if a content is not what its hash says
   */
  void write(String search, List<RawFile> files) {
    for (RawFile file : files) {
      if (file.compressed() == null) {
        continue;
      }
      try {
        Optional<String> difference =
            difference(new ByteArrayInputStream(file.compressed()), file.sha256());
        if (difference.isPresent()) {
          throw new IllegalArgumentException(file.name() + ' ' + difference.get());
        }
        write(file(search, file.sha256()), file.compressed());
      } catch (IOException failure) {
        throw new UncheckedIOException(
            "%s of search %s cannot be kept: %s"
                .formatted(file.name(), search, failure.getMessage()),
            failure);
      }
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.getParent());
    Path draft = Files.createTempFile(file.getParent(), "draft", ".gz");
    try {
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** What is wrong with the content of a file that is kept; empty if nothing. */
  Optional<String> problem(String search, ListedFile listed) {
    if (!listed.sha256().matches("[0-9a-f]{64}")) {
      return Optional.of("has no SHA-256");
    }
    Path file = file(search, listed.sha256());
    if (!Files.exists(file)) {
      return Optional.of("is missing: there is no " + file);
    }
    try (InputStream compressed = Files.newInputStream(file)) {
      return difference(compressed, listed.sha256());
    } catch (IOException unreadable) {
      return Optional.of("cannot be read: %s: %s".formatted(file, unreadable.getMessage()));
    }
  }

  private static Optional<String> difference(InputStream compressed, String sha256)
      throws IOException {
    MessageDigest digest = ContentHash.digest();
    try (InputStream content = new DigestInputStream(new GZIPInputStream(compressed), digest)) {
      content.transferTo(OutputStream.nullOutputStream());
    } catch (java.util.zip.ZipException | java.io.EOFException damaged) {
      return Optional.of("is altered: " + damaged.getMessage());
    }
    String found = ContentHash.hex(digest.digest());
    return found.equals(sha256)
        ? Optional.empty()
        : Optional.of("is altered: SHA-256 %s, was %s".formatted(found, sha256));
  }

  /**
   * Unpacks a file that is kept, under its name below a folder.
   *
   * @throws IOException if it is there already, or its name leads out of the folder
   */
  void extract(String search, ListedFile listed, Path folder) throws IOException {
    Path target = folder.resolve(listed.name()).normalize();
    if (!target.startsWith(folder.normalize())) {
      throw new IOException("the name %s leads out of the folder".formatted(listed.name()));
    }
    Files.createDirectories(target.getParent());
    try (InputStream content = open(search, listed)) {
      Files.copy(content, target);
    }
  }

  /** The content of a file that is kept. */
  InputStream open(String search, ListedFile listed) throws IOException {
    return new GZIPInputStream(Files.newInputStream(file(search, listed.sha256())));
  }
}
