package org.coesite.search;

import java.util.List;
import java.util.stream.IntStream;
import org.coesite.calculator.BatchingCalculator;
import org.coesite.calculator.RelaxationSettings;
import org.jspecify.annotations.Nullable;

/**
 * Splits a generation into batches worth about a second of work, because handing a task over costs
 * the engine some 20 ms of CPU; yet into enough of them to keep several workers busy.
 */
final class Batches {

  /** Seconds per relaxation of 9 atoms as measured, rising with the square of the atoms. */
  private static final double SECONDS_FOR_NINE = 0.05;

  /** A generation is never split into fewer batches, if it has as many structures. */
  private static final int FEWEST = 4;

  private Batches() {}

  /**
   * The batch of each slot, counted from 0; depends on nothing but the numbers, although the
   * outcome of a search would not change with it.
   */
  static List<Integer> of(int structures, int atoms) {
    double seconds = SECONDS_FOR_NINE * atoms * atoms / 81;
    int worthASecond = (int) Math.max(1, Math.round(1 / seconds));
    return ofSize(structures, Math.min(worthASecond, structures / FEWEST));
  }

  /** The same for calculators of any kind, as their settings tell. */
  static List<Integer> of(int structures, int atoms, RelaxationSettings relaxation) {
    @Nullable String together = relaxation.options().get(BatchingCalculator.BATCH);
    return together == null
        ? of(structures, atoms)
        : ofSize(structures, Integer.parseInt(together));
  }

  /** The same for a calculator that relaxes so many structures together. */
  static List<Integer> ofSize(int structures, int most) {
    int size = Math.max(1, most);
    return IntStream.range(0, structures).mapToObj(slot -> slot / size).toList();
  }
}
