package org.coesite.search;

import java.time.Duration;
import java.util.regex.Pattern;
import org.coesite.evolution.Phase;
import org.coesite.evolution.Population;
import org.coesite.evolution.StoppingSettings;

/** The settings of a search that is to relax some more structures, whatever ended it so far. */
final class SearchingOn {

  /** The group at the top level of search.yaml with all lines that are indented below it. */
  private static final Pattern STOP = Pattern.compile("(?m)^stop:.*(\\R([ \\t].*)?$)*\\R?");

  private SearchingOn() {}

  /**
   * The text of search.yaml with another group {@code stop}.
   *
   * @param more structures that are to be relaxed at least; no other criterion ends it before, but
   *     for the time, of which it gets as much again
   */
  static String text(SearchSettings settings, SearchEntry entry, Population population, int more) {
    StoppingSettings now = settings.stopping();
    int lineages = population.lowest().map(Phase::lineages).orElse(0);
    int generations =
        population.history().stream()
            .mapToInt(individual -> 1 + individual.candidate().generation())
            .max()
            .orElse(0);
    Duration time = entry.effort().wall().plus(now.wallTime());
    String rest = STOP.matcher(settings.source()).replaceAll("").stripTrailing();
    return """
        %s

        stop:
          relaxations: %d
          repeats: %d
          withoutNewMinimum: %d
          generations: %d
          wallTime: %d s
        """
        .formatted(
            rest,
            population.relaxations() + more,
            Math.max(now.repeats(), lineages + more),
            Math.max(now.withoutNewMinimum(), population.relaxationsSinceNewMinimum() + more),
            Math.max(now.generations(), generations + more),
            time.toSeconds());
  }
}
