package org.coesite.web;

/** An address names a structure that its search does not have, or has no crystal of. */
final class MissingStructureException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MissingStructureException(String search, String structure) {
    super("search '%s' has no structure '%s'".formatted(search, structure));
  }
}
