package org.coesite.evolution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coesite.evolution.WyckoffAssignment.Orbit;
import org.coesite.symmetry.LatticeSystem;

/**
 * How often a search has started from each choice of space group and Wyckoff positions.
 *
 * <p>Where such a choice leaves little free, another start from it relaxes to the same crystal or
 * fails in the same way.
 */
final class Starts {

  private final Map<String, Integer> counts;

  private Starts(Map<String, Integer> counts) {
    this.counts = counts;
  }

  /** Those of a population. */
  static Starts of(Population population) {
    Starts starts = new Starts(new HashMap<>());
    population.history().forEach(one -> starts.add(one.candidate()));
    return starts;
  }

  /** One more, and those whose place it took. */
  void add(Candidate candidate) {
    for (Start start : Start.allOf(candidate)) {
      if (start.spaceGroup() > 0) {
        counts.merge(key(start.spaceGroup(), start.wyckoff(), start.copies()), 1, Integer::sum);
      }
    }
  }

  /** Whether a choice has been started from once, and twice more for each free parameter. */
  boolean isSpent(int spaceGroup, List<Orbit> orbits, int copies) {
    int free = LatticeSystem.of(spaceGroup).freeParameters() - 1;
    for (Orbit orbit : orbits) {
      free += orbit.position().degreesOfFreedom();
    }
    String key = key(spaceGroup, WyckoffAssignment.describe(orbits), copies);
    return counts.getOrDefault(key, 0) > 2 * free;
  }

  /** The same whatever the order of the positions. */
  private static String key(int spaceGroup, String wyckoff, int copies) {
    String[] orbits = wyckoff.split(", ", -1);
    Arrays.sort(orbits);
    return spaceGroup + " " + copies + " " + String.join(", ", orbits);
  }
}
