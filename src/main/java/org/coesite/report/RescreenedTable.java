package org.coesite.report;

import java.util.List;
import java.util.Locale;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.Rescreened;

/** The section of table.md about a second screening; nothing unless there was one. */
final class RescreenedTable {

  private static final double MILLI = 1000;

  private RescreenedTable() {}

  /** The section, Markdown with a final line break. */
  static String of(SearchSummary summary) {
    List<Rescreened> rescreened = summary.rescreened();
    if (rescreened.isEmpty()) {
      return "";
    }
    Rescreened lowest = rescreened.get(0);
    return """
        ## Screened again

        The best structures, relaxed once more with %s. Compare these energies with one another only; before is the
        place in the order of the first screening; the last column has those that have become the same.

        """
            .formatted(lowest.method())
        + StructureTable.of(
            "| eV per atom | eV per formula | ΔE (meV per formula) | Å³ per atom | before | same |",
            "|--:|--:|--:|--:|--:|---|",
            rescreened.stream().map(one -> row(one, lowest)).toList());
  }

  private static StructureTable.Row row(Rescreened one, Rescreened lowest) {
    return new StructureTable.Row(
        one.structure(),
        "",
        one.lattice(),
        one.spaceGroup(),
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %.3f | %d | %s |",
            Format.fixed(one.energyPerAtom(), 5),
            Format.energy(one.energyPerFormula()),
            Format.fixed(MILLI * (one.energyPerFormula() - lowest.energyPerFormula()), 1),
            one.volumePerAtom(),
            one.before(),
            String.join(" ", one.same())));
  }
}
