package org.coesite.adapter.gulp;

import java.time.Duration;

/** Steps and time that a relaxation has left for all its runs together. */
final class Budget {

  private final long end;
  private int steps;

  Budget(int steps, Duration time) {
    this.steps = steps;
    this.end = System.nanoTime() + time.toNanos();
  }

  Duration time() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  int steps() {
    return steps;
  }

  /** Takes off steps that were made. */
  void spend(int made) {
    steps = Math.max(0, steps - made);
  }
}
