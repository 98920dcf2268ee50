package org.coesite.search;

/** The running side of searches: what a process engine does for them. */
public interface SearchProcess {

  /** Sets a search going that is kept already. */
  void start(String search);

  /** Lets a search go on from its last savepoint; what waited for a person is tried again. */
  void resume(String search);

  /**
   * Lets a search that waits for the approval of its refinement end without one.
   *
   * @param first what to do before it goes on
   * @return false if it does not wait for that
   */
  boolean declineRefinement(String search, Runnable first);

  /** Whether a part of a search is at work or due, whatever another part waits for. */
  boolean isAtWork(String search);

  /** Ends the running generation of a search and lets it choose, compare and report. */
  void stopEarly(String search, String reason);
}
