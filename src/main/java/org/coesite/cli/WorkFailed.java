package org.coesite.cli;

/** The input was fine, the work did not succeed; ends a command with exit code 1 and the reason. */
final class WorkFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says why. */
  WorkFailed(String reason) {
    super(reason);
  }
}
