package org.coesite.web.optimade;

import java.time.Instant;

/** Values of properties: texts, numbers, truths, timestamps, lists and dictionaries. */
final class Values {

  private Values() {}

  /**
   * The order of two values of the same kind; numbers are equal if their values are, be they
   * integers or not.
   *
   * @throws IllegalArgumentException if they have no order
   */
  static int compare(Object left, Object right) {
    if (left instanceof Number a && right instanceof Number b) {
      double x = a.doubleValue();
      double y = b.doubleValue();
      return x < y ? -1 : x > y ? 1 : 0;
    }
    if (left instanceof String a && right instanceof String b) {
      return a.compareTo(b);
    }
    if (left instanceof Instant a && right instanceof Instant b) {
      return a.compareTo(b);
    }
    if (left instanceof Boolean a && right instanceof Boolean b) {
      return a.compareTo(b);
    }
    throw new IllegalArgumentException("%s and %s have no order".formatted(left, right));
  }
}
