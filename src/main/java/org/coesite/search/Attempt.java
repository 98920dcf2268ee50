package org.coesite.search;

import java.util.List;
import java.util.Optional;

/**
 * A failed attempt at a relaxation and what was decided about it.
 *
 * @param record what was done and came out
 * @param decisions the first one first; empty until it is decided
 */
public record Attempt(RelaxationRecord record, List<Decision> decisions) {

  /** Keeps its own copy. */
  public Attempt {
    decisions = List.copyOf(decisions);
  }

  /** The decision that holds, which is the last one; absent until there is one. */
  public Optional<Decision> decision() {
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(decisions.get(decisions.size() - 1));
  }
}
