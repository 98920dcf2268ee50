package org.coesite.execution;

/** The scheduler does not take a job. */
final class SubmissionRefusedException extends Exception {

  private static final long serialVersionUID = 1;

  SubmissionRefusedException(String message) {
    super(message);
  }
}
