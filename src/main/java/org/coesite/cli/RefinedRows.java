package org.coesite.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.NotRefined;
import org.coesite.search.SearchSummary.NotRefined.Standing;
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
              + "     Ry/atom       eV/atom  eV/formula  meV/atom  Å3/atom  space group       reference");
    }
    for (int i = 0; i < summary.refined().size(); i++) {
      lines.add(row(i + 1, summary.refined().get(i), summary.refined(), width));
    }
    if (!summary.notRefined().isEmpty()) {
      lines.add("");
      add(lines, summary, "Not refined: ", Standing.GIVEN_UP);
      add(lines, summary, "Declined: ", Standing.DECLINED);
      add(lines, summary, "Not refined yet: ", Standing.DUE);
      with(summary, Standing.WAITING)
          .forEach(one -> lines.add("%s %s".formatted(one.structure(), firstLine(one.reason()))));
    }
    return lines;
  }

  private static void add(
      List<String> lines, SearchSummary summary, String words, Standing standing) {
    List<String> names = with(summary, standing).map(NotRefined::structure).toList();
    if (!names.isEmpty()) {
      lines.add(words + String.join(", ", names));
    }
  }

  private static Stream<NotRefined> with(SearchSummary summary, Standing standing) {
    return summary.notRefined().stream().filter(one -> one.standing() == standing);
  }

  /** A reason may quote the last lines of a program's output, which the audit has. */
  private static String firstLine(String reason) {
    return reason.strip().lines().findFirst().orElse("");
  }

  private static String name(String rank, String structure, int width) {
    return rank + structure + " ".repeat(width - structure.length());
  }

  private static String row(int rank, Refined refined, List<Refined> all, int width) {
    return String.format(
            Locale.ROOT,
            "%s %11.6f %13.5f %11.4f %9.1f %8.3f  %-17s %s",
            name("%4d ".formatted(rank), refined.structure(), width),
            refined.energyPerAtomRydberg(),
            refined.energyPerAtom(),
            refined.energyPerFormula(),
            MILLI * refined.above(all),
            refined.volumePerAtom(),
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
