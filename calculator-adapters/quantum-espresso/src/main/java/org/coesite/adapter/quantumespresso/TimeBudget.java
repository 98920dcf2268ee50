package org.coesite.adapter.quantumespresso;

import java.time.Duration;

/** Time that pw.x may still work, in all runs of a relaxation together. */
final class TimeBudget {

  private Duration left;

  TimeBudget(Duration all) {
    left = all;
  }

  Duration left() {
    return left;
  }

  boolean isSpent() {
    return left.isZero();
  }

  /** Takes off for how long pw.x worked, never below nothing. */
  void spend(Duration worked) {
    left = left.compareTo(worked) > 0 ? left.minus(worked) : Duration.ZERO;
  }
}
