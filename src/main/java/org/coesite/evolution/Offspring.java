package org.coesite.evolution;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.crystal.Structure;

/** What an operator gave. */
sealed interface Offspring {

  /**
   * A structure.
   *
   * @param structure to be relaxed
   * @param draws the random draws and chosen parameters by name
   */
  record Made(Structure structure, SortedMap<String, String> draws) implements Offspring {
    /** Keeps its own copy of the draws. */
    public Made {
      draws = Collections.unmodifiableSortedMap(new TreeMap<>(draws));
    }
  }

  /**
   * Nothing usable.
   *
   * @param reason with the number and the limit
   */
  record Refused(String reason) implements Offspring {}
}
