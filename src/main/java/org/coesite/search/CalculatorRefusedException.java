package org.coesite.search;

/** A calculator says that a structure or the settings are not for it; trying again is no use. */
public final class CalculatorRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CalculatorRefusedException(String message) {
    super(message);
  }
}
