package org.coesite.adapter.gulp;

import java.time.Duration;

/** Steps and time that a relaxation has left for all its runs together. */
final class Budget {

  private int steps;
  private Duration time;

  Budget(int steps, Duration time) {
    this.steps = steps;
    this.time = time;
  }

  Duration time() {
    return time;
  }

  int steps() {
    return steps;
  }

  /** Takes off steps that were made and the time that the program worked, never below nothing. */
  void spend(int made, Duration worked) {
    steps = Math.max(0, steps - made);
    time = time.compareTo(worked) > 0 ? time.minus(worked) : Duration.ZERO;
  }
}
