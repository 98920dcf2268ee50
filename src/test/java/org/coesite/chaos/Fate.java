package org.coesite.chaos;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Ends the Java machine at a given moment, as {@code kill -9} does: no hook, no flush, no close.
 */
final class Fate {

  static final int HALTED = 137;

  private final long last;
  private final AtomicLong moments = new AtomicLong();

  /** Strikes at that moment, counted from 1; never at 0. */
  Fate(long last) {
    this.last = last;
  }

  void moment() {
    if (moments.incrementAndGet() == last) {
      Runtime.getRuntime().halt(HALTED);
    }
  }

  long moments() {
    return moments.get();
  }
}
