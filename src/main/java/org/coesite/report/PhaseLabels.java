package org.coesite.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.Best;
import org.coesite.search.SearchSummary.ReferenceDistance;

/** The phases that the diagram names: the lowest ones, by known phase or space group. */
final class PhaseLabels {

  private static final int MOST = 12;
  private static final int LONGEST_NAME = 28;

  private PhaseLabels() {}

  /** Labels of the lowest structures, lowest energy first. */
  static List<PhaseLabel> of(SearchSummary summary) {
    return summary.best().stream()
        .sorted(Comparator.comparingDouble(Best::energyPerFormula))
        .limit(MOST)
        .map(best -> new PhaseLabel(text(best), best.energyPerFormula()))
        .toList();
  }

  private static String text(Best best) {
    String figures = best.spaceGroup().symbol() + "  " + Format.fixed(best.energyPerFormula(), 3);
    return recognised(best).map(name -> shortened(name) + "  " + figures).orElse(figures);
  }

  /** Name of the nearest known phase, if it is near enough to be the same. */
  private static Optional<String> recognised(Best best) {
    return best.references().stream()
        .filter(r -> r.cosineDistance() <= 0.01)
        .min(Comparator.comparingDouble(ReferenceDistance::cosineDistance))
        .map(ReferenceDistance::name);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
  }
}
