package org.coesite.search;

/** A search cannot have this name, or there is none of this name. */
public final class SearchNameException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** With the name and what is wrong with it. */
  public SearchNameException(String message) {
    super(message);
  }
}
