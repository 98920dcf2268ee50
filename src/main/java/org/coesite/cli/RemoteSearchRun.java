package org.coesite.cli;

import java.util.Optional;
import org.coesite.remote.RemoteSearches;
import org.coesite.remote.RestEngine;
import org.coesite.search.SearchOrder;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary;
import org.jspecify.annotations.Nullable;

/** Starts a search on an engine that runs elsewhere and waits for what comes out. */
final class RemoteSearchRun {

  private static final long LOOK_MILLIS = 500;

  private final Output output;
  private final RestEngine engine;
  private final RemoteSearches searches;

  RemoteSearchRun(Output output, RestEngine engine) {
    this.output = output;
    this.engine = engine;
    this.searches = new RemoteSearches(engine);
  }

  /** Starts a search and follows it; returns the exit code. */
  int follow(SearchOrder order) throws InterruptedException {
    String name = order.settings().name();
    engine.version();
    String instance = searches.start(name, order);
    output.note(
        "coesite: search %s runs at %s as process instance %s"
            .formatted(name, engine.address(), instance));
    try (Interruption interruption = new Interruption("")) {
      @Nullable String told = null;
      while (searches.isRunning(instance)) {
        String problem = searches.problem(name, instance).orElse(null);
        if (problem != null && !problem.equals(told)) {
          output.note("coesite: search %s waits: %s".formatted(name, problem));
        }
        told = problem;
        if (interruption.await(LOOK_MILLIS)) {
          output.note("coesite: search %s goes on at %s".formatted(name, engine.address()));
          return ExitCode.INTERRUPTED;
        }
      }
    }
    return conclude(name, instance);
  }

  private int conclude(String name, String instance) {
    Optional<SearchSummary> summary = searches.summary(instance);
    if (summary.isEmpty()) {
      throw new WorkFailed(
          "search %s was ended at %s without a result".formatted(name, engine.address()));
    }
    output.summary(
        summary.get(),
        () -> SummaryTable.of(summary.get(), "Report: on the machine of the engine"));
    return summary.get().state() == SearchState.FAILED ? ExitCode.FAILED : ExitCode.DONE;
  }
}
