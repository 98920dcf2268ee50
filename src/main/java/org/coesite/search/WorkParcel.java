package org.coesite.search;

import java.util.List;

/** What a task asks of a worker that has no store: the attempts that are due. */
public record WorkParcel(List<AttemptOrder> orders) {

  /** Keeps its own copy. */
  public WorkParcel {
    orders = List.copyOf(orders);
  }
}
