package org.coesite.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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

  /**
   * Lets a search go on with other settings, also one that has ended, and returns at once. What was
   * found so far stays; structures that are to be refined in another way are so under new names.
   *
   * @param asked completed by their calculators
   * @throws SearchNameException if there is none of this name
   * @throws org.coesite.calculator.UnfitSettingsException if they ask for another search, or for
   *     nothing new
   */
  public void amend(String name, SearchSettings asked) {
    entry(name);
    Amendment amendment = Amendment.of(store.searches().settings(name), asked);
    process.end(name, "amended: " + amendment.changes());
    store.searches().amend(name, amendment);
    store.events().add(name, "amended: " + amendment.changes());
    store.searches().setState(name, SearchState.RUNNING, null);
    process.start(name);
  }

  /**
   * Removes a search that has ended or waits for a person: all that is kept of it, what the engine
   * remembers of it, its report and its other files.
   *
   * @return false if it runs, be it that it was interrupted; it then stays as it is
   * @throws SearchNameException if there is none of this name
   * @throws DataDirectoryException if its files cannot be removed; it can then be deleted again
   */
  public boolean delete(String name) {
    if (entry(name).state() == SearchState.RUNNING || process.isAtWork(name)) {
      return false;
    }
    process.forget(name);
    new SearchFolder(reportDirectory(name).getParent()).delete();
    store.searches().delete(name);
    return true;
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
   * Lets a search end without its refinement, or without what is left of it, and returns at once;
   * structures that are refined already stay in the report.
   *
   * @return false if it does not refine now; it then stays as it is
   * @throws SearchNameException if there is none of this name
   */
  public boolean declineRefinement(String name) {
    if (answerPlan(name, () -> decline(name))) {
      return true;
    }
    if (!process.isRefining(name)) {
      return false;
    }
    store.searches().setState(name, SearchState.RUNNING, null);
    store.events().add(name, "what is left of the refinement was declined");
    process.endRefinement(name);
    return true;
  }

  private void decline(String name) {
    store.events().add(name, "the refinement was declined");
    process.declinePlan(name);
  }

  /** Whether a search waits for the approval of its refinement. */
  public boolean waitsForApproval(String name) {
    entry(name);
    return process.waitsForApproval(name);
  }

  /** Whether the refinement of a search is planned, waits for approval or is under way. */
  public boolean isRefining(String name) {
    entry(name);
    return process.isRefining(name);
  }

  /**
   * Lets a search that waits for the approval of its refinement begin with it, and returns at once.
   *
   * @return false if it does not wait for that; it then stays as it is
   * @throws SearchNameException if there is none of this name
   */
  public boolean approveRefinement(String name) {
    return answerPlan(name, () -> process.approvePlan(name, List.of(RefinementChoice.ALL)));
  }

  /**
   * The same for some of the structures of the plan; the others are declined.
   *
   * @param structures their ids
   * @throws RefinementChoiceException if one of them is not planned, or none is given
   */
  public boolean approveRefinement(String name, List<String> structures) {
    if (!waitsForApproval(name)) {
      return false;
    }
    RefinementChoice choice = RefinementChoice.of(store.refinements().planned(name), structures);
    return answerPlan(name, () -> process.approvePlan(name, choice.approved()));
  }

  private boolean answerPlan(String name, Runnable answer) {
    entry(name);
    if (!process.waitsForApproval(name)) {
      return false;
    }
    // First of all: the process may end before anything after it is done.
    store.searches().setState(name, SearchState.RUNNING, null);
    answer.run();
    return true;
  }

  /**
   * Ends the generations of a search early with what it has ranked so far, be it that it waits for
   * a person in one; it is still refined, if that was asked for, and its report is written.
   *
   * @return false if no generation of it is under way; it then stays as it is
   */
  public boolean stopEarly(String name, String reason) {
    SearchEntry before = entry(name);
    boolean waits = before.state() == SearchState.INCIDENT;
    if (waits) {
      // First of all: the process may end before anything after it is done.
      store.searches().setState(name, SearchState.RUNNING, null);
    }
    boolean stopped = false;
    try {
      stopped = process.stopEarly(name, reason);
    } finally {
      if (waits && !stopped) {
        store.searches().setState(name, before.state(), before.stop());
      }
    }
    return stopped;
  }

  /** The steps of all models of a search with what happened there; none before it was set going. */
  public List<SearchStep> steps(String name) {
    entry(name);
    return process.steps(name);
  }

  /** The BPMN of a model in the version that a search runs; empty if it has none of this key. */
  public Optional<String> model(String name, String key) {
    entry(name);
    return process.model(name, key);
  }

  /** What waits for a person in a search because it failed, the oldest first. */
  public List<SearchIncident> incidents(String name) {
    entry(name);
    return process.incidents(name);
  }

  /**
   * Has what failed tried again, and lets a search rest no longer; whatever else waits for a person
   * goes on waiting.
   *
   * @param incident its id
   * @return false if no such incident is open; the search then stays as it is
   */
  public boolean retry(String name, String incident) {
    List<SearchIncident> open = incidents(name);
    Predicate<SearchIncident> isMeant = one -> one.id().equals(incident);
    Optional<SearchIncident> found = open.stream().filter(isMeant).findFirst();
    if (found.isEmpty()) {
      return false;
    }
    Optional<SearchIncident> other = open.stream().filter(isMeant.negate()).findFirst();
    // First of all: the process may end before anything after it is done.
    store
        .searches()
        .setState(
            name,
            other.isPresent() ? SearchState.INCIDENT : SearchState.RUNNING,
            other.map(SearchIncident::words).orElse(null));
    store.events().add(name, "step '%s' is tried again".formatted(found.get().step()));
    return process.retry(name, incident);
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
