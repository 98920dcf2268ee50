package org.coesite.search;

/** What a relaxation is for. */
public enum Purpose {
  /** To rank a candidate by the fast calculator. */
  SCREEN("screen"),
  /** To rank the best candidates again by another calculator. */
  RESCREEN("rescreen"),
  /** To relax the best with the accurate one. */
  REFINE("refine"),
  /** The energy of a refined structure, with a basis set made for its own cell. */
  FINAL_ENERGY("energy");

  private final String key;

  Purpose(String key) {
    this.key = key;
  }

  /** As it stands in the names of folders and jobs. */
  public String key() {
    return key;
  }
}
