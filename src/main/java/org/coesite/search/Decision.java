package org.coesite.search;

import org.jspecify.annotations.Nullable;

/**
 * What was decided about a failed attempt.
 *
 * @param action what to do
 * @param calculator for {@link FailureAction#OTHER_CALCULATOR}, which; else null
 */
public record Decision(FailureAction action, @Nullable String calculator) {

  /** Refuses to change to no calculator. */
  public Decision {
    if (action == FailureAction.OTHER_CALCULATOR && calculator == null) {
      throw new IllegalArgumentException("the failure policy names no other calculator");
    }
  }

  /** As people read it: the action as the decision table has it, and the calculator it names. */
  public String words() {
    return action.words() + (calculator == null ? "" : ": " + calculator);
  }

  /** A decision that needs no calculator. */
  public static Decision of(FailureAction action) {
    return new Decision(action, null);
  }
}
