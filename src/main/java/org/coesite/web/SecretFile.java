package org.coesite.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import org.coesite.search.DataDirectoryException;

/** A secret in a file of a data directory; whoever can read the file may come in by it. */
final class SecretFile {

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final byte[] secret;

  private SecretFile(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The secret of a file, made when there is none.
   *
   * @throws DataDirectoryException if the file can be neither read nor made
   */
  static SecretFile of(Path dataDirectory, String name) {
    Path file = dataDirectory.resolve(name);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(dataDirectory);
        make(file);
      }
      String secret = Files.readString(file).strip();
      if (secret.isEmpty()) {
        throw new DataDirectoryException(file + " is empty; remove it to get a new one");
      }
      return new SecretFile(secret);
    } catch (IOException failure) {
      throw new DataDirectoryException("the secret in %s, %s".formatted(file, failure), failure);
    }
  }

  private static void make(Path file) throws IOException {
    Path part =
        Files.createTempFile(file.getParent(), file.getFileName().toString(), ".part", OWNER_ONLY);
    Files.writeString(part, new RandomText().password() + "\n");
    try {
      Files.createLink(file, part);
    } catch (FileAlreadyExistsException anotherProcessWasFaster) {
      // Its secret counts.
      return;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Whether a text is the secret; takes as long for a wrong one as for the right one. */
  boolean holds(String text) {
    return MessageDigest.isEqual(secret, text.getBytes(StandardCharsets.UTF_8));
  }
}
