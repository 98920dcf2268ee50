package org.coesite.evolution;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * How many times a cell may hold the composition of a search.
 *
 * @param fewest smallest number, at least 1
 * @param most largest number
 */
public record FormulaUnits(int fewest, int most) {

  /** Every cell holds the composition once. */
  public static final FormulaUnits ONE = new FormulaUnits(1, 1);

  /** Checks the order of the numbers. */
  public FormulaUnits {
    if (fewest < 1 || most < fewest) {
      throw new IllegalArgumentException(
          "formula units %d to %d: 1 or more and in this order needed".formatted(fewest, most));
    }
  }

  /**
   * One of the numbers, each as likely as the others; nothing is drawn where there is no choice.
   */
  int draw(UniformRandomProvider random) {
    return fewest == most ? fewest : fewest + random.nextInt(most - fewest + 1);
  }
}
