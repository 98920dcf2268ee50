package org.coesite.search;

import java.util.List;

/** Keeps what happened in a search, in words. */
public interface EventLog {

  /** Adds an event that happens now. */
  void add(String search, String text);

  /** The events after a number in their order; 0 for all. */
  List<SearchEvent> after(String search, long number);
}
