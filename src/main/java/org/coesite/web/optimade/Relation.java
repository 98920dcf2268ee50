package org.coesite.web.optimade;

/** How two values of a filter are compared. */
enum Relation {
  LESS_OR_EQUAL("<="),
  GREATER_OR_EQUAL(">="),
  NOT_EQUAL("!="),
  EQUAL("="),
  LESS("<"),
  GREATER(">"),
  CONTAINS("CONTAINS"),
  STARTS_WITH("STARTS"),
  ENDS_WITH("ENDS");

  private final String token;

  Relation(String token) {
    this.token = token;
  }

  /** What it begins with in a filter; of two that begin alike, the longer one comes first. */
  String token() {
    return token;
  }

  boolean isOfText() {
    return this == CONTAINS || this == STARTS_WITH || this == ENDS_WITH;
  }

  boolean isOfOrder() {
    return !isOfText() && this != EQUAL && this != NOT_EQUAL;
  }

  /** Whether it holds between two values of the same kind. */
  boolean holds(Object left, Object right) {
    if (isOfText()) {
      String text = (String) left;
      String part = (String) right;
      return this == CONTAINS
          ? text.contains(part)
          : this == STARTS_WITH ? text.startsWith(part) : text.endsWith(part);
    }
    int order = Values.compare(left, right);
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      default -> order >= 0;
    };
  }
}
