package org.coesite.evolution;

import java.util.List;
import java.util.Set;
import org.coesite.crystal.Structure;

/**
 * What an operator works on.
 *
 * @param parents relaxed structures, as many as the operator needs
 * @param volume volume that new cells are scaled to, Å³
 * @param softModesUsed numbers of the soft modes along which the first parent was displaced before
 */
record Ancestry(List<Structure> parents, double volume, Set<Integer> softModesUsed) {

  /** Keeps its own copies. */
  Ancestry {
    parents = List.copyOf(parents);
    softModesUsed = Set.copyOf(softModesUsed);
  }
}
