package org.coesite.evolution;

import java.time.Duration;
import java.util.Optional;

/** Says when a search is over. */
public final class StoppingCriterion {

  private StoppingCriterion() {}

  /**
   * Why a search ends here, in words with the numbers; empty if it goes on.
   *
   * @param population all that was found
   * @param generationsDone generations ranked so far
   * @param elapsed wall time since the start
   */
  public static Optional<String> stop(
      StoppingSettings settings, Population population, int generationsDone, Duration elapsed) {
    int lineages = population.lowest().map(Phase::lineages).orElse(0);
    if (lineages >= settings.repeats()) {
      return Optional.of(
          "the lowest structure %s was found from %d independent lineages (limit %d)"
              .formatted(population.phases().get(0).id(), lineages, settings.repeats()));
    }
    if (population.relaxationsSinceNewMinimum() >= settings.withoutNewMinimum()) {
      return Optional.of(
          "%d relaxations brought no new lowest structure (limit %d)"
              .formatted(population.relaxationsSinceNewMinimum(), settings.withoutNewMinimum()));
    }
    if (population.relaxations() >= settings.relaxations()) {
      return Optional.of(
          "%d structures were relaxed (limit %d)"
              .formatted(population.relaxations(), settings.relaxations()));
    }
    if (generationsDone >= settings.generations()) {
      return Optional.of(
          "%d generations were made (limit %d)".formatted(generationsDone, settings.generations()));
    }
    if (elapsed.compareTo(settings.wallTime()) >= 0) {
      return Optional.of(
          "%d s passed (limit %d s)"
              .formatted(elapsed.toSeconds(), settings.wallTime().toSeconds()));
    }
    return Optional.empty();
  }
}
