package org.coesite.web.optimade;

import java.util.List;

/** One side of a comparison in a filter. */
sealed interface Operand {

  /** A text, or a timestamp where it is compared with one. */
  record Text(String text) implements Operand {}

  /** A number; finite. */
  record Amount(double amount) implements Operand {}

  /** {@code TRUE} or {@code FALSE}. */
  record Flag(boolean flag) implements Operand {}

  /**
   * A property.
   *
   * @param identifiers its name; more than one if it is nested, the outermost first
   */
  record Name(List<String> identifiers) implements Operand {

    /** Keeps its own copy. */
    public Name {
      identifiers = List.copyOf(identifiers);
    }

    @Override
    public String toString() {
      return String.join(".", identifiers);
    }
  }
}
