package org.coesite.search;

/** Structures cannot be chosen for refinement in this way. */
public final class RefinementChoiceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With the place in the choice and what is wrong there. */
  RefinementChoiceException(String message) {
    super(message);
  }
}
