package org.coesite.execution;

/** A command of the scheduler cannot be started here. */
final class CommandMissingException extends Exception {

  private static final long serialVersionUID = 1;

  CommandMissingException(String message, Throwable cause) {
    super(message, cause);
  }
}
