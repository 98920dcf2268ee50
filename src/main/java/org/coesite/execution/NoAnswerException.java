package org.coesite.execution;

/** The scheduler does not answer at present. */
final class NoAnswerException extends Exception {

  private static final long serialVersionUID = 1;

  NoAnswerException(String message) {
    super(message);
  }
}
