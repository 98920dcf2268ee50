package org.coesite.evolution;

/**
 * Parts of the search that can be left out one by one; docs/benchmarks.md tells what each is worth.
 *
 * @param subCells whether random structures may be smaller cells, repeated
 * @param learning whether random structures take volume and distances from what was found
 * @param compactCells whether most random cells have no short vector
 * @param crystalSystems whether space groups are drawn by crystal system
 * @param distinctStarts whether a choice of Wyckoff positions that leaves little free is made once
 * @param adaptiveRates whether what gives more low structures is chosen more often
 * @param boldOperators whether children have to differ from their parents, and may be denser
 */
public record Heuristics(
    boolean subCells,
    boolean learning,
    boolean compactCells,
    boolean crystalSystems,
    boolean distinctStarts,
    boolean adaptiveRates,
    boolean boldOperators) {

  /** None of them, as searches were before there was a choice. */
  public static final Heuristics NONE =
      new Heuristics(false, false, false, false, false, false, false);

  /** All of them. */
  public static final Heuristics ALL = new Heuristics(true, true, true, true, true, true, true);
}
