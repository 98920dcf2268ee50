package org.coesite.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.coesite.report.SearchReport;
import org.coesite.search.SearchArchive;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.Best;

/** A search in a few lines: where it stands and its lowest structures. */
final class SummaryTable {

  private static final int ROWS = 10;
  private static final String HEADER =
      "   # structure  eV/formula  meV/formula  space group       Å3/atom  hits  generation  operator"
          + "         phase";

  private SummaryTable() {}

  /** The lines about a search of an archive, its phases named as the report names them. */
  static String of(SearchSummary summary, SearchArchive archive, SearchReport report) {
    return of(
        summary,
        phases(summary, archive, report),
        whereReportIs(archive.reportDirectory(summary.search())));
  }

  /** A search that still runs or waits has none yet. */
  private static String whereReportIs(Path directory) {
    return Files.isRegularFile(directory.resolve("summary.json"))
        ? "Report: " + directory
        : "No report yet: it is written at the end of the search.";
  }

  /** The lines about a search whose structures are elsewhere, with a last line. */
  static String of(SearchSummary summary, String last) {
    return of(summary, Map.of(), last);
  }

  private static String of(SearchSummary summary, Map<String, String> phases, String last) {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    SearchSummary.Relaxations relaxations = summary.relaxations();
    lines.add(
        "%s, seed %d: %s%s"
            .formatted(
                summary.search(),
                summary.seed(),
                summary.state(),
                summary.stop() == null ? "" : ", " + summary.stop()));
    lines.add(
        "%d generations, %d relaxations: %d converged, %d not converged, %d failed; %d duplicates"
            .formatted(
                summary.generations(),
                relaxations.total(),
                relaxations.converged(),
                relaxations.notConverged(),
                relaxations.failed(),
                relaxations.duplicates()));
    List<Best> best = summary.best().stream().limit(ROWS).toList();
    if (!best.isEmpty()) {
      lines.add("").add(HEADER);
    }
    for (int i = 0; i < best.size(); i++) {
      double lowest = best.get(0).energyPerFormula();
      lines.add(row(i + 1, best.get(i), lowest, phases));
    }
    RefinedRows.of(summary).forEach(lines::add);
    return lines.add("").add(last).toString();
  }

  private static String row(int rank, Best best, double lowest, Map<String, String> phases) {
    return String.format(
            Locale.ROOT,
            "%4d %-9s %11.4f %12.0f  %-17s %7.3f %5d %11d  %-16s %s",
            rank,
            best.structure(),
            best.energyPerFormula(),
            1000 * (best.energyPerFormula() - lowest),
            best.spaceGroup().symbol() + " (" + best.spaceGroup().number() + ")",
            best.volumePerAtom(),
            best.hits(),
            best.generation(),
            best.operator(),
            phases.getOrDefault(best.structure(), ""))
        .stripTrailing();
  }

  private static Map<String, String> phases(
      SearchSummary summary, SearchArchive archive, SearchReport report) {
    List<String> rows = summary.best().stream().limit(ROWS).map(Best::structure).toList();
    return report.phases(
        archive.structures(summary.search(), rows), archive.references(summary.search()));
  }
}
