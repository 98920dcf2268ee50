package org.coesite.execution;

import java.time.Duration;

/**
 * How often to ask a scheduler.
 *
 * @param first pause after the first answer or failure; each further one is half as long again
 * @param longest pause
 * @param patience for how long it may fail to answer
 */
record Pace(Duration first, Duration longest, Duration patience) {

  /** Kind to a controller that many people ask. */
  static final Pace USUAL =
      new Pace(Duration.ofSeconds(1), Duration.ofSeconds(15), Duration.ofMinutes(10));

  /** The pause after this one. */
  Duration after(Duration pause) {
    Duration longer = pause.multipliedBy(3).dividedBy(2);
    return longer.compareTo(longest) > 0 ? longest : longer;
  }
}
