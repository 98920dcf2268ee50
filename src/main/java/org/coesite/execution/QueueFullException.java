package org.coesite.execution;

/** The scheduler takes no more jobs until some of those that it has are done. */
final class QueueFullException extends Exception {

  private static final long serialVersionUID = 1;

  QueueFullException(String message) {
    super(message);
  }
}
