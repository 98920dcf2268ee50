package org.coesite.remote;

/** An engine does not answer, or not to us; the message names its address and why. */
public final class EngineUnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EngineUnreachableException(String message) {
    super(message);
  }
}
