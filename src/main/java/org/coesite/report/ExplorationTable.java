package org.coesite.report;

import org.coesite.evolution.Exploration;
import org.coesite.evolution.Exploration.Yield;

/** The part of table.md that says what each operator gave and how much may be left to find. */
final class ExplorationTable {

  private static final double PERCENT = 100;

  private ExplorationTable() {}

  /** Markdown with a final line break; nothing before the first relaxation. */
  static String of(Exploration exploration) {
    if (exploration.yields().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    text.append(
        """

        ## What made them

        "New" are structures not met before; "lowest" are those among the lowest, as many as half a
        generation, that the operator found first. One that gives more of these per relaxation is
        chosen more often, unless `generation.adaptiveRates` is off. Another relaxation finds a
        structure not met so far with a probability of %s %%, the share of structures met once in
        all finds (Good and Turing).

        | operator | formula units of the part | relaxations | new | lowest |
        |---|--:|--:|--:|--:|
        """
            .formatted(Format.fixed(PERCENT * exploration.unseen(), 0)));
    for (Yield yield : exploration.yields()) {
      text.append(
          "| %s | %s | %d | %d | %d |%n"
              .formatted(
                  yield.operator(),
                  yield.formulaUnits() == 0 ? "–" : yield.formulaUnits(),
                  yield.relaxations(),
                  yield.minima(),
                  yield.lowest()));
    }
    return text.toString();
  }
}
