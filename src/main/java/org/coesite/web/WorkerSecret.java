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

/**
 * The secret by which workers come in. It is no account of the engine, so that nobody can lock it
 * by guessing; whoever can read the file of its data directory is a worker.
 */
public final class WorkerSecret {

  /** The name that goes with it. */
  public static final String USER = "coesite-worker";

  private static final String FILE = "worker.secret";

  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final byte[] secret;

  private WorkerSecret(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The secret of a data directory, made when there is none.
   *
   * @throws DataDirectoryException if its file can be neither read nor made
   */
  public static WorkerSecret of(Path dataDirectory) {
    Path file = dataDirectory.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(dataDirectory);
        make(file);
      }
      String secret = Files.readString(file).strip();
      if (secret.isEmpty()) {
        throw new DataDirectoryException(file + " is empty; remove it to get a new one");
      }
      return new WorkerSecret(secret);
    } catch (IOException failure) {
      throw new DataDirectoryException("the secret of the workers, " + failure, failure);
    }
  }

  private static void make(Path file) throws IOException {
    Path part = Files.createTempFile(file.getParent(), FILE, ".part", OWNER_ONLY);
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
  boolean is(String text) {
    return MessageDigest.isEqual(secret, text.getBytes(StandardCharsets.UTF_8));
  }
}
