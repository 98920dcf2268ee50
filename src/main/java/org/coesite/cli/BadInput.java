package org.coesite.cli;

/** What the user gave cannot be worked with; ends a command with exit code 2 and one line. */
final class BadInput extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says what is wrong, with file, line or key, value and limit. */
  BadInput(String message) {
    super(message);
  }
}
