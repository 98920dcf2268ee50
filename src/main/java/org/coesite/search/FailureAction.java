package org.coesite.search;

/** What to do about a failed attempt; failure-policy.dmn chooses among these. */
public enum FailureAction {
  /** The same again; a program goes on from its own files where it left some. */
  RETRY_SAME("retry same"),
  /** Again from the last structure that the failed attempt reached. */
  RETRY_FROM_LAST("retry from last geometry"),
  /** Again from the start, first with ten times the tolerances, then with those asked for. */
  LOOSER_THEN_TIGHT("looser then tight"),
  /** Again from the start with another calculator. */
  OTHER_CALCULATOR("other calculator"),
  /** Again from the start with its atoms displaced at random. */
  PERTURB_AND_RETRY("perturb and retry"),
  /** A new random structure in its place; in a refinement there is none, so it is given up. */
  REPLACE("replace"),
  /** Give it up; ranking tells why. */
  DISCARD("discard"),
  /** Wait until somebody has mended the cause and resumes the search. */
  ASK_PERSON("ask a person");

  private final String words;

  FailureAction(String words) {
    this.words = words;
  }

  /** As the decision table has it. */
  public String words() {
    return words;
  }

  /**
   * The action of these words.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static FailureAction ofWords(String words) {
    for (FailureAction action : values()) {
      if (action.words.equals(words)) {
        return action;
      }
    }
    throw new IllegalArgumentException("the failure policy has no action '%s'".formatted(words));
  }
}
