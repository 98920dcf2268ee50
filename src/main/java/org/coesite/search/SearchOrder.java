package org.coesite.search;

import java.util.List;

/** A search to be started elsewhere: its settings and the known phases to compare with. */
public record SearchOrder(SearchSettings settings, List<Reference> references) {

  /** Keeps its own copy. */
  public SearchOrder {
    references = List.copyOf(references);
  }
}
