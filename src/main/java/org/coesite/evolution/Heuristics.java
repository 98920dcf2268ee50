package org.coesite.evolution;

/**
 * Parts of the search that can be left out one by one; docs/benchmarks.md tells what each is worth.
 *
 * @param subCells whether random structures may be smaller cells, repeated
 * @param learning whether random structures take volume and distances from what was found
 */
public record Heuristics(boolean subCells, boolean learning) {

  /** None of them, as searches were before there was a choice. */
  public static final Heuristics NONE = new Heuristics(false, false);

  /** All of them. */
  public static final Heuristics ALL = new Heuristics(true, true);
}
