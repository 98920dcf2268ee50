package org.coesite.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.NotRefined;
import org.coesite.search.SearchSummary.Refined;

/** The refined structures of a search, a line each, and which could not be refined. */
final class RefinedRows {

  private static final double MILLI = 1000;

  private RefinedRows() {}

  /** Lines with a blank one before; none unless the search refines. */
  static List<String> of(SearchSummary summary) {
    List<String> lines = new ArrayList<>();
    int width =
        Stream.concat(Stream.of("structure"), summary.refined().stream().map(Refined::structure))
            .mapToInt(String::length)
            .max()
            .orElseThrow();
    if (!summary.refined().isEmpty()) {
      lines.add("");
      summary.refined().stream()
          .map(Refined::method)
          .distinct()
          .forEach(method -> lines.add("Refined with " + method));
      lines.add(
          name("   # ", "structure", width)
              + "     Ry/atom       eV/atom    meV  space group       reference");
    }
    for (int i = 0; i < summary.refined().size(); i++) {
      lines.add(row(i + 1, summary.refined().get(i), summary.refined(), width));
    }
    if (!summary.notRefined().isEmpty()) {
      lines.add("");
      lines.add(
          "Not refined: "
              + String.join(
                  ", ", summary.notRefined().stream().map(NotRefined::structure).toList()));
    }
    return lines;
  }

  private static String name(String rank, String structure, int width) {
    return rank + structure + " ".repeat(width - structure.length());
  }

  private static String row(int rank, Refined refined, List<Refined> all, int width) {
    return String.format(
            Locale.ROOT,
            "%s %11.6f %13.5f %6.1f  %-17s %s",
            name("%4d ".formatted(rank), refined.structure(), width),
            refined.energyPerAtomRydberg(),
            refined.energyPerAtom(),
            MILLI * refined.above(all),
            refined.spaceGroup().symbol() + " (" + refined.spaceGroup().number() + ")",
            nearest(refined))
        .stripTrailing();
  }

  /** The known phase that it is, or the nearest of those that were refined too. */
  private static String nearest(Refined refined) {
    if (refined.reference() != null) {
      return refined.reference();
    }
    return refined.references().stream()
        .findFirst()
        .map(near -> String.format(Locale.ROOT, "%.4f from %s", near.cosineDistance(), near.name()))
        .orElse("");
  }
}
