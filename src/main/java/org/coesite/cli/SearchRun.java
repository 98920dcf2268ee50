package org.coesite.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.coesite.report.SearchReport;
import org.coesite.search.SearchProgress;
import org.coesite.search.SearchService;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary;
import org.coesite.store.SearchDatabase;

/** Follows a search until it no longer runs, or until Ctrl-C, and says what came out. */
final class SearchRun {

  private static final Duration LOOK = Duration.ofMillis(500);

  private final Output output;
  private final DataOption data;
  private final String name;
  private boolean reachable = true;

  SearchRun(Output output, DataOption data, String name) {
    this.output = output;
    this.data = data;
    this.name = name;
  }

  /** Opens a session, sets the search going and follows it; returns the exit code. */
  int follow(Supplier<SearchSession> sessions, Consumer<SearchService> begin)
      throws InterruptedException {
    try (Interruption interruption = new Interruption(howToGoOn())) {
      try (SearchSession session = sessions.get()) {
        SearchService service = session.service();
        begin.accept(service);
        if (watch(service, interruption) != SearchState.RUNNING) {
          Optional<SearchSummary> summary = answer(() -> service.summary(name), interruption);
          if (summary.isPresent()) {
            return conclude(summary.get(), service, session.report());
          }
        }
      }
      output.note("coesite: interrupted; nothing that was finished is lost. " + howToGoOn());
      return ExitCode.INTERRUPTED;
    }
  }

  private String howToGoOn() {
    return "Go on with: " + resume();
  }

  private String resume() {
    return "./coesite resume %s%s".formatted(name, data.asTyped());
  }

  private String declining() {
    return resume() + " --no-refinement";
  }

  private SearchState watch(SearchService service, Interruption interruption)
      throws InterruptedException {
    Optional<SearchProgress> begin = answer(() -> service.progress(name), interruption);
    if (begin.isEmpty()) {
      return SearchState.RUNNING;
    }
    SearchState state = SearchState.RUNNING;
    try (ProgressDisplay display =
        ProgressDisplay.on(output.err(), name, begin.get().relaxationsBound())) {
      while (state == SearchState.RUNNING && !interruption.requested()) {
        state = answer(() -> look(service, display), interruption).orElse(SearchState.RUNNING);
      }
    }
    return state;
  }

  private SearchState look(SearchService service, ProgressDisplay display)
      throws InterruptedException {
    SearchState state = service.await(name, LOOK);
    display.show(service.progress(name));
    return state;
  }

  /** What is asked of the database. */
  @FunctionalInterface
  private interface Question<T> {
    T ask() throws InterruptedException;
  }

  /**
   * The answer of a database that may have to be waited for: somebody starts its server again.
   *
   * @return empty if Ctrl-C came first
   */
  private <T> Optional<T> answer(Question<T> question, Interruption interruption)
      throws InterruptedException {
    while (true) {
      try {
        T answer = question.ask();
        if (!reachable) {
          output.note("coesite: the database answers again; the search goes on");
          reachable = true;
        }
        return Optional.of(answer);
      } catch (RuntimeException failure) {
        if (!SearchDatabase.isOutage(failure)) {
          throw failure;
        }
      }
      if (reachable) {
        output.note(
            "coesite: %s does not answer; waiting for it. Ctrl-C ends this; %s"
                .formatted(data, howToGoOn()));
        reachable = false;
      }
      if (interruption.await(LOOK.toMillis())) {
        return Optional.empty();
      }
    }
  }

  private int conclude(SearchSummary summary, SearchService service, SearchReport report) {
    output.summary(summary, () -> SummaryTable.of(summary, service, report));
    if (summary.state() == SearchState.FINISHED || summary.state() == SearchState.STOPPED) {
      return ExitCode.DONE;
    }
    output.note("coesite: search %s: %s: %s".formatted(name, summary.state(), summary.stop()));
    if (service.waitsForApproval(name)) {
      output.note(
          "coesite: to approve: %s; a part: %s --refine ID,ID; to end without: %s"
              .formatted(resume(), resume(), declining()));
      return ExitCode.WAITS_FOR_APPROVAL;
    }
    if (summary.state() == SearchState.INCIDENT) {
      output.note("coesite: once the cause is gone: " + howToGoOn());
    }
    if (service.isRefining(name)) {
      output.note("coesite: to end with what is refined so far: " + declining());
    }
    return ExitCode.FAILED;
  }
}
