package org.coesite.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.NotRefined;
import org.coesite.search.SearchSummary.Refined;

/**
 * The sections of table.md about the refinement: the refined structures with those of the known
 * phases, their distances, and what could not be refined. Nothing unless the search refines.
 *
 * <p>The first is Table 1 of Semeniuk and Feia, Ukr. J. Phys. 71(6), 554 (2026),
 * doi:10.15407/ujpe71.6.554.
 */
final class RefinedTable {

  private static final double MILLI = 1000;
  private static final int LONGEST_REASON = 300;

  private final SearchSummary summary;
  private final Map<String, String> phases;

  /** Of a search, with the names of the known phases that refined structures are, by structure. */
  RefinedTable(SearchSummary summary, Map<String, String> phases) {
    this.summary = summary;
    this.phases = Map.copyOf(phases);
  }

  /** The sections, Markdown with a final line break. */
  String markdown() {
    return structures() + distances() + notRefined();
  }

  private String structures() {
    if (summary.refined().isEmpty()) {
      return "";
    }
    return "## Refined structures\n\n"
        + meaning()
        + StructureTable.of(
            "| energy (Ry/atom) | energy (eV/atom) | energy (eV per formula) | ΔE (meV/atom) "
                + "| Å³ per atom | P (GPa) | rounds | moved |",
            "|--:|--:|--:|--:|--:|--:|--:|--:|",
            summary.refined().stream().map(this::row).toList());
  }

  private String meaning() {
    List<String> methods = summary.refined().stream().map(Refined::method).distinct().toList();
    return """
    Energies are those of %s.
    Their zero is that of the pseudopotentials or the potential: compare them with one another, never
    with energies of another set. ΔE is to the lowest row%s. Under pressure they are enthalpies, E + PV. Rounds
    are relaxations, each with the plane waves of the cell that the one before led to; moved is
    the cosine distance of the site fingerprints before and after. References are known phases that
    were refined in the same way.

    """
        .formatted(String.join("; ", methods), methods.size() == 1 ? "" : " of the same method");
  }

  private StructureTable.Row row(Refined refined) {
    return new StructureTable.Row(
        refined.structure(),
        phase(refined),
        refined.lattice(),
        refined.spaceGroup(),
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s | %.3f | %s | %d | %s |",
            Format.fixed(refined.energyPerAtomRydberg(), 6),
            Format.fixed(refined.energyPerAtom(), 5),
            Format.energy(refined.energyPerFormula()),
            Format.fixed(MILLI * refined.above(summary.refined()), 1),
            refined.volumePerAtom(),
            Format.fixed(refined.pressure(), 2),
            refined.rounds(),
            Format.fixed(refined.moved(), 4)));
  }

  private String phase(Refined refined) {
    return refined.reference() == null
        ? phases.getOrDefault(refined.structure(), "")
        : refined.reference() + " (reference)";
  }

  private String distances() {
    return DistanceTable.of(
        "Cosine distance of refined structures to refined references: site fingerprint"
            + " (Zimmermann and Jain)",
        summary.refined().stream()
            .map(refined -> new DistanceTable.Row(refined.structure(), refined.references()))
            .toList());
  }

  private String notRefined() {
    if (summary.notRefined().isEmpty()) {
      return "";
    }
    return summary.notRefined().stream()
        .map(RefinedTable::row)
        .collect(
            Collectors.joining("", "## Not refined\n\n| structure | reason |\n|---|---|\n", "\n"));
  }

  /** A reason may quote what a program printed: many lines, and bars. */
  private static String row(NotRefined open) {
    String reason = open.reason().strip().replaceAll("\\s*\\R\\s*", " ");
    String cut =
        reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + '…';
    return "| %s | %s |\n".formatted(open.structure(), cut.replace("|", "\\|"));
  }
}
