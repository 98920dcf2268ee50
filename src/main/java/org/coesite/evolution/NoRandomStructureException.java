package org.coesite.evolution;

/** Volume, distances and cell bounds of the settings leave no room for a random structure. */
public final class NoRandomStructureException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NoRandomStructureException(String message) {
    super(message);
  }
}
