package org.coesite.search;

/** Where a search stands. */
public enum SearchState {
  /** The engine works on it, or will when it is resumed. */
  RUNNING,
  /** A stopping criterion was met. */
  FINISHED,
  /** Somebody ended it early. */
  STOPPED,
  /** It could not go on. */
  FAILED,
  /** It waits for a person. */
  INCIDENT
}
