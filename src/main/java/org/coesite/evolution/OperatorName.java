package org.coesite.evolution;

import java.util.Arrays;

/** Where a candidate comes from. */
public enum OperatorName {
  /** Random cell and positions. */
  RANDOM("random"),
  /** Random structure of a drawn space group. */
  SYMMETRIC_RANDOM("symmetricRandom"),
  /** One of the best, taken over unchanged. */
  CARRIED_OVER("carriedOver"),
  /** Two parents cut by a plane and joined. */
  CUT_AND_SPLICE("cutAndSplice"),
  /** Random strain of the cell. */
  STRAIN("strain"),
  /** Displaced along a soft mode. */
  SOFT_MUTATION("softMutation"),
  /** Unlike atoms exchanged. */
  PERMUTATION("permutation"),
  /** Given by the user. */
  INJECTED("injected");

  private final String key;

  OperatorName(String key) {
    this.key = key;
  }

  /**
   * The one with a key.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static OperatorName ofKey(String key) {
    return Arrays.stream(values())
        .filter(name -> name.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no operator has the key " + key));
  }

  /** Whether it makes structures from nothing. */
  boolean isRandom() {
    return this == RANDOM || this == SYMMETRIC_RANDOM;
  }

  /** Whether it makes structures from others of the search. */
  boolean isBred() {
    return !isRandom() && this != INJECTED;
  }

  /** The word in search.yaml, summary.json and the database. */
  public String key() {
    return key;
  }
}
