package org.coesite.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.Best;

/** The phases that the diagram names: the lowest ones, by known phase or space group. */
final class PhaseLabels {

  private static final int MOST = 12;
  private static final int LONGEST_NAME = 28;

  private PhaseLabels() {}

  /** Labels of the lowest structures, lowest energy first. */
  static List<PhaseLabel> of(SearchSummary summary, Map<String, Comparison> comparisons) {
    return summary.best().stream()
        .sorted(Comparator.comparingDouble(Best::energyPerFormula))
        .limit(MOST)
        .map(best -> new PhaseLabel(text(best, comparisons), best.energyPerFormula()))
        .toList();
  }

  private static String text(Best best, Map<String, Comparison> comparisons) {
    String figures = best.spaceGroup().symbol() + "  " + Format.fixed(best.energyPerFormula(), 3);
    return comparisons
        .getOrDefault(best.structure(), Comparison.NONE)
        .phase()
        .map(name -> shortened(name) + "  " + figures)
        .orElse(figures);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
