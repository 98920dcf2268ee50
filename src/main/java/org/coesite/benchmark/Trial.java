package org.coesite.benchmark;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.coesite.evolution.Exploration.Yield;
import org.jspecify.annotations.Nullable;

/**
 * One search of a benchmark; component names are the JSON keys.
 *
 * @param seed of all its draws
 * @param found the relaxation, from 1, that gave the answer; null if none did
 * @param winner how the answer came about: operator, generation and recomputed energy
 * @param relaxations how many were made
 * @param failed how many of them gave no minimum
 * @param duplicates how many found a structure again
 * @param discarded how many gave a structure outside the bounds, a saddle point or merged atoms
 * @param lowest energy per atom after each relaxation, eV; that of the first minimum before it;
 *     empty if there was none
 * @param below lowest energy below the answer's by more than the tolerance, eV per atom; null if
 *     there is none: then the answer is none
 * @param phases hits of the answer and of each known phase by name
 * @param unseen probability that another relaxation finds a structure not met so far, Good and
 *     Turing's estimate: minima met once by hits
 * @param yields what each operator gave
 * @param minima the lowest ten found: space group, energy and volume
 * @param seconds processor time
 */
public record Trial(
    long seed,
    @Nullable Integer found,
    @Nullable Winner winner,
    int relaxations,
    int failed,
    int duplicates,
    int discarded,
    List<Double> lowest,
    @Nullable Double below,
    SortedMap<String, Integer> phases,
    double unseen,
    List<Yield> yields,
    List<String> minima,
    double seconds) {

  /** What the answer is called among the known phases. */
  public static final String ANSWER = "answer";

  /**
   * The structure that is the answer.
   *
   * @param operator what made it
   * @param generation when
   * @param energyPerAtom recomputed, eV
   * @param origin its draws
   */
  public record Winner(
      String operator, int generation, double energyPerAtom, Map<String, String> origin) {}

  /** The relaxations that gave the answer, fewest first. */
  static int[] found(List<Trial> trials) {
    return trials.stream()
        .filter(Trial::isSuccess)
        .mapToInt(trial -> trial.found)
        .sorted()
        .toArray();
  }

  /** Whether the answer was found. */
  public boolean isSuccess() {
    return found != null;
  }
}
