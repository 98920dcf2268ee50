package org.coesite.symmetry;

/** moyo found no consistent symmetry at a tolerance; the message is its own. */
final class MoyoException extends Exception {

  private static final long serialVersionUID = 1L;

  MoyoException(String message) {
    super(message);
  }

  MoyoException(String message, Throwable cause) {
    super(message, cause);
  }
}
