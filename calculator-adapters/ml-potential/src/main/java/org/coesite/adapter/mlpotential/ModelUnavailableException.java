package org.coesite.adapter.mlpotential;

import org.coesite.calculator.FailureReason;

/** A model cannot be opened: the message says what is missing and what mends it. */
final class ModelUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final FailureReason reason;

  /** Something is missing that a person has to see to. */
  ModelUnavailableException(String message) {
    this(FailureReason.CALCULATOR_MISSING, message);
  }

  ModelUnavailableException(FailureReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  FailureReason reason() {
    return reason;
  }
}
