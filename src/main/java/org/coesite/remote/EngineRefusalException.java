package org.coesite.remote;

/** An engine answered that it cannot or will not do what it was asked for. */
public final class EngineRefusalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  EngineRefusalException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** Whether trying again may help: two transactions wanted to change the same thing. */
  boolean isPassing() {
    return status >= 500;
  }

  /** Whether what was asked for is not there. */
  boolean isNotFound() {
    return status == 404;
  }
}
