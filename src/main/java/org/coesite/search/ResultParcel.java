package org.coesite.search;

import java.util.List;

/** What a worker that has no store made of the attempts of a task, or of some of them. */
public record ResultParcel(List<RelaxationRecord> records) {

  /** Keeps its own copy. */
  public ResultParcel {
    records = List.copyOf(records);
  }
}
