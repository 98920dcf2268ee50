package org.coesite.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.coesite.search.SearchEntry;
import org.coesite.search.SearchProgress;
import org.coesite.search.SearchService;
import org.coesite.search.SearchState;
import org.jspecify.annotations.Nullable;

/**
 * A search in the list of all; component names are the JSON keys.
 *
 * @param created in UTC
 * @param wallSeconds time on the clock that was spent on it
 * @param secondsLeft how long the rest of its relaxations would take at the pace of the last ones;
 *     null if it does not run or has none yet. It may end sooner, and refining comes on top.
 * @param waitsForApproval whether its refinement waits to be approved
 * @param trend lowest energy after each generation, eV per formula unit
 */
record SearchOutline(
    String search,
    long seed,
    String created,
    double wallSeconds,
    SearchProgress progress,
    @Nullable Double secondsLeft,
    boolean waitsForApproval,
    List<Double> trend) {

  static SearchOutline of(SearchEntry entry, SearchService service) {
    SearchProgress progress = service.progress(entry.name());
    double wall = entry.effort().wall().toMillis() / 1000.0;
    return new SearchOutline(
        entry.name(),
        entry.seed(),
        entry.created().toString(),
        wall,
        progress,
        secondsLeft(progress, service.pace(entry.name())),
        entry.state() == SearchState.INCIDENT && service.waitsForApproval(entry.name()),
        service.trend(entry.name()));
  }

  private static @Nullable Double secondsLeft(SearchProgress progress, Optional<Duration> pace) {
    int left = progress.relaxationsBound() - progress.relaxationsDone();
    return progress.state() != SearchState.RUNNING || left <= 0
        ? null
        : pace.map(each -> left * (each.toMillis() / 1000.0)).orElse(null);
  }
}
