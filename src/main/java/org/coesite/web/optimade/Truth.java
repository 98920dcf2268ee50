package org.coesite.web.optimade;

/**
 * Whether a filter holds for an entry; unknown where that hangs on a property without a value, so
 * that neither a comparison with it nor its opposite matches.
 */
enum Truth {
  TRUE,
  FALSE,
  UNKNOWN;

  static Truth of(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  Truth not() {
    return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
  }

  Truth and(Truth other) {
    return this == FALSE || other == FALSE
        ? FALSE
        : this == UNKNOWN || other == UNKNOWN ? UNKNOWN : TRUE;
  }

  Truth or(Truth other) {
    return not().and(other.not()).not();
  }
}
