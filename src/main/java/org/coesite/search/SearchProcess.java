package org.coesite.search;

/** The running side of searches: what a process engine does for them. */
public interface SearchProcess {

  /** Sets a search going that is kept already. */
  void start(String search);

  /** Lets a search go on from its last savepoint; what waited for a person is tried again. */
  void resume(String search);

  /** Whether a part of a search is at work or due, whatever another part waits for. */
  boolean isAtWork(String search);

  /** Whether a search waits for the approval of its refinement. */
  boolean waitsForApproval(String search);

  /** Lets a search that waits for the approval of its refinement go on with it, or without. */
  void answerPlan(String search, boolean approved);

  /**
   * Ends the running generation of a search and lets it choose, compare and report.
   *
   * @return false if no generation is under way
   */
  boolean stopEarly(String search, String reason);
}
