package org.coesite.evolution;

import java.util.List;

/**
 * What the parts of a search gave, and how much may be left to find; component names are keys of
 * summary.json.
 *
 * @param unseen estimated probability that another relaxation finds a structure not met so far:
 *     structures met once, divided by all finds (Good, Biometrika 40, 237 (1953), doi
 *     10.1093/biomet/40.3-4.237)
 * @param yields by operator, for random structures also by the size of the part that the cell
 *     repeats
 */
public record Exploration(double unseen, List<Yield> yields) {

  /** Keeps its own copy. */
  public Exploration {
    yields = List.copyOf(yields);
  }

  /**
   * What one operator gave.
   *
   * @param operator word in search.yaml
   * @param formulaUnits of the part that a random cell repeats; 0 for other operators
   * @param relaxations of structures that it made
   * @param minima how many of them were new
   * @param lowest how many of the lowest structures, as many as half a generation, it found first
   */
  public record Yield(String operator, int formulaUnits, int relaxations, int minima, int lowest) {}

  static Exploration of(List<Phase> phases, Yields yields) {
    int hits = phases.stream().mapToInt(Phase::hits).sum();
    long once = phases.stream().filter(phase -> phase.hits() == 1).count();
    return new Exploration(hits == 0 ? 1 : (double) once / hits, yields.all());
  }
}
