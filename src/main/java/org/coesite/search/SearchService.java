package org.coesite.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What users do with searches: start, resume, stop early, wait, and read what they found. */
public final class SearchService extends SearchArchive {

  private static final Duration LOOK = Duration.ofMillis(50);

  private final SearchStore store;
  private final SearchProcess process;

  /** Over a store that belongs to a data directory and a process that works on it. */
  public SearchService(
      Path dataDirectory,
      SearchStore store,
      Crystallography crystallography,
      SearchProcess process) {
    super(dataDirectory, store, crystallography);
    this.store = store;
    this.process = process;
  }

  /**
   * Starts a search and returns at once.
   *
   * @param settings all of it, the seed included
   * @param name unique in the data directory
   * @param references known phases to compare with
   * @throws SearchNameException if the name is taken or would not do as the name of a folder
   */
  public void start(SearchSettings settings, String name, List<Reference> references) {
    SearchName.checked(name);
    store.searches().create(name, settings, references);
    process.start(name);
  }

  /**
   * Lets a search go on that was interrupted or waits for a person, and returns at once; one that
   * has ended stays as it is.
   *
   * @throws SearchNameException if there is none of this name
   */
  public void resume(String name) {
    SearchState state = entry(name).state();
    if (state == SearchState.RUNNING || state == SearchState.INCIDENT) {
      store.searches().setState(name, SearchState.RUNNING, null);
      process.resume(name);
    }
  }

  /** Lets all searches go on that ran when their process ended; those that wait go on waiting. */
  public void resumeRunning() {
    for (SearchEntry entry : list()) {
      if (entry.state() == SearchState.RUNNING) {
        resume(entry.name());
      }
    }
  }

  /**
   * Lets a search that waits for the approval of its refinement end without one, and returns at
   * once.
   *
   * @return false if it does not wait for that; it then stays as it is
   * @throws SearchNameException if there is none of this name
   */
  public boolean declineRefinement(String name) {
    return answerPlan(name, false);
  }

  /**
   * Lets a search that waits for the approval of its refinement begin with it, and returns at once.
   *
   * @return false if it does not wait for that; it then stays as it is
   * @throws SearchNameException if there is none of this name
   */
  public boolean approveRefinement(String name) {
    return answerPlan(name, true);
  }

  private boolean answerPlan(String name, boolean approved) {
    entry(name);
    if (!process.waitsForApproval(name)) {
      return false;
    }
    // First of all: the process may end before anything after it is done.
    store.searches().setState(name, SearchState.RUNNING, null);
    process.answerPlan(name, approved);
    return true;
  }

  /**
   * Ends a running search early with what it has ranked so far; the report is still written.
   *
   * @return false if no generation of it is under way; it then stays as it is
   */
  public boolean stopEarly(String name, String reason) {
    entry(name);
    return process.stopEarly(name, reason);
  }

  /**
   * Waits until a search no longer runs; one of which a part waits for a person runs on while
   * others are at work.
   *
   * @return its state then; {@link SearchState#RUNNING} if the time passed before
   */
  public SearchState await(String name, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    SearchState state = state(name);
    while (state == SearchState.RUNNING && System.nanoTime() < end) {
      Thread.sleep(LOOK.toMillis());
      state = state(name);
    }
    return state;
  }

  private SearchState state(String name) {
    SearchState state = entry(name).state();
    return state == SearchState.INCIDENT && process.isAtWork(name) ? SearchState.RUNNING : state;
  }
}
