package org.coesite.search;

/** A data directory cannot be used: missing, read-only, or in use by a running search. */
public final class DataDirectoryException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With the directory and what is wrong with it. */
  public DataDirectoryException(String message, Throwable cause) {
    super(message, cause);
  }

  /** With the directory and what is wrong with it. */
  public DataDirectoryException(String message) {
    super(message);
  }
}
