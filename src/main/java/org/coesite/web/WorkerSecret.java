package org.coesite.web;

import java.nio.file.Path;
import org.coesite.search.DataDirectoryException;

/**
 * The secret by which workers come in. It is no account of the engine, so that nobody can lock it
 * by guessing; whoever can read the file of its data directory is a worker.
 */
public final class WorkerSecret {

  /** The name that goes with it. */
  public static final String USER = "coesite-worker";

  private final SecretFile file;

  private WorkerSecret(SecretFile file) {
    this.file = file;
  }

  /**
   * The secret of a data directory, made when there is none.
   *
   * @throws DataDirectoryException if its file can be neither read nor made
   */
  public static WorkerSecret of(Path dataDirectory) {
    return new WorkerSecret(SecretFile.of(dataDirectory, "worker.secret"));
  }

  /** Whether a text is the secret; takes as long for a wrong one as for the right one. */
  boolean is(String text) {
    return file.holds(text);
  }
}
