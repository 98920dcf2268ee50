package org.coesite.web.optimade;

/** A request that cannot be answered, with the status of HTTP that says why. */
final class RefusalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_IMPLEMENTED = 501;
  private static final int VERSION_NOT_SUPPORTED = 553;

  private final int status;

  private RefusalException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** What was asked for is wrong. */
  static RefusalException bad(String message) {
    return new RefusalException(BAD_REQUEST, message);
  }

  /** More was asked for than is given at a time. */
  static RefusalException tooMuch(String message) {
    return new RefusalException(FORBIDDEN, message);
  }

  /** There is nothing at the address. */
  static RefusalException missing(String message) {
    return new RefusalException(NOT_FOUND, message);
  }

  /** It may be asked for, but is not done here. */
  static RefusalException notImplemented(String message) {
    return new RefusalException(NOT_IMPLEMENTED, message);
  }

  /** Another version of OPTIMADE. */
  static RefusalException version(String message) {
    return new RefusalException(VERSION_NOT_SUPPORTED, message);
  }

  int status() {
    return status;
  }
}
