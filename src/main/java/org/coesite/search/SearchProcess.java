package org.coesite.search;

import java.util.List;
import java.util.Optional;

/** The running side of searches: what a process engine does for them. */
public interface SearchProcess {

  /** Sets a search going that is kept already. */
  void start(String search);

  /** Ends what the engine does for a search, which may then be started again from what is kept. */
  void end(String search, String reason);

  /** Ends what the engine does for a search and removes what it remembers of it. */
  void forget(String search);

  /** Lets a search go on from its last savepoint; what waited for a person is tried again. */
  void resume(String search);

  /** Whether a part of a search is at work or due, whatever another part waits for. */
  boolean isAtWork(String search);

  /** Whether the refinement of a search is planned, waits for approval or is under way. */
  boolean isRefining(String search);

  /**
   * Ends what is left of the refinement of a search and lets it compare and report; what waits for
   * a person there does so no longer.
   */
  void endRefinement(String search);

  /** Whether a search waits for the approval of its refinement. */
  boolean waitsForApproval(String search);

  /**
   * Lets a search that waits for the approval of its refinement go on with it.
   *
   * @param structures ids of what is refined, or {@value RefinementChoice#ALL}
   */
  void approvePlan(String search, List<String> structures);

  /** Lets a search that waits for the approval of its refinement go on without. */
  void declinePlan(String search);

  /**
   * Ends the running generation of a search and lets it choose, compare and report.
   *
   * @return false if no generation is under way
   */
  boolean stopEarly(String search, String reason);

  /** The steps of all models of a search; none before it was set going. */
  List<SearchStep> steps(String search);

  /** The text of a model in the version that a search runs; empty if it has none of this key. */
  Optional<String> model(String search, String key);

  /** What waits for a person because it failed, the oldest first. */
  List<SearchIncident> incidents(String search);

  /**
   * Tries again what failed, and lets everything else wait that waits.
   *
   * @return false if no such incident is open
   */
  boolean retry(String search, String incident);
}
