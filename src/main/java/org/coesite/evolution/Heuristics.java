package org.coesite.evolution;

/**
 * Parts of the search that can be left out one by one; docs/benchmarks.md tells what each is worth.
 *
 * @param subCells whether random structures may be smaller cells, repeated
 * @param learning whether random structures take volume and distances from what was found
 * @param boldOperators whether children have to differ from their parents, and may be denser
 */
public record Heuristics(boolean subCells, boolean learning, boolean boldOperators) {

  /** None of them, as searches were before there was a choice. */
  public static final Heuristics NONE = new Heuristics(false, false, false);

  /** All of them. */
  public static final Heuristics ALL = new Heuristics(true, true, true);
}
