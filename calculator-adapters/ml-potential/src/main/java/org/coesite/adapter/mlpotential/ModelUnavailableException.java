package org.coesite.adapter.mlpotential;

/** A model cannot be opened: the message says what is missing and what mends it. */
final class ModelUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  ModelUnavailableException(String message) {
    super(message);
  }
}
