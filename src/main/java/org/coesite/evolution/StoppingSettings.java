package org.coesite.evolution;

import java.time.Duration;

/**
 * When a search ends; whichever comes first.
 *
 * @param repeats the same best structure was found this often from different lineages
 * @param withoutNewMinimum this many relaxations brought no new lowest structure
 * @param generations generations in all
 * @param relaxations relaxations in all
 * @param wallTime time in all
 */
public record StoppingSettings(
    int repeats, int withoutNewMinimum, int generations, int relaxations, Duration wallTime) {

  /** Ends once the lowest structure was found ten times over or nothing lower comes. */
  public static StoppingSettings defaults() {
    return new StoppingSettings(10, 200, 50, 1000, Duration.ofHours(2));
  }
}
