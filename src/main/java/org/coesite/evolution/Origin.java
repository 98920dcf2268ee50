package org.coesite.evolution;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a candidate was made, complete enough for the audit.
 *
 * @param operator what made it
 * @param parents ids of the structures it was made from, none for random ones
 * @param draws the random draws and chosen parameters by name, as text
 */
public record Origin(OperatorName operator, List<String> parents, SortedMap<String, String> draws) {

  /** Keeps its own copies. */
  public Origin {
    parents = List.copyOf(parents);
    draws = Collections.unmodifiableSortedMap(new TreeMap<>(draws));
  }
}
