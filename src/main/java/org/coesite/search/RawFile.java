package org.coesite.search;

import org.jspecify.annotations.Nullable;

/**
 * A file that an outside program read or wrote, as it goes from the worker to the record.
 *
 * @param name path below the folder of the relaxation, with slashes
 * @param sha256 of its content
 * @param bytes size of its content
 * @param compressed its content, compressed by gzip; null if that is not to be kept
 */
public record RawFile(String name, String sha256, long bytes, byte @Nullable [] compressed) {

  private static final int LONGEST_NAME = 500;

  /** Refuses names that lead out of the folder, and hashes that are none. */
  public RawFile {
    if (!name.matches("[\\w.-]+(/[\\w.-]+)*")
        || name.matches("(.*/)?\\.\\.?(/.*)?")
        || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("'%s' is no name of a file of a run".formatted(name));
    }
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("'%s' is no SHA-256".formatted(sha256));
    }
  }

  /** The same without its content. */
  RawFile listedOnly() {
    return new RawFile(name, sha256, bytes, null);
  }
}
