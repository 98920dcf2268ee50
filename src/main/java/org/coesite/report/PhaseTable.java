package org.coesite.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.Best;
import org.coesite.search.SearchSummary.ReferenceDistance;

/**
 * The text of table.md: cell, space group, energy and cosine distance to known phases of every
 * unique structure.
 *
 * <p>After Table 1 of Semeniuk and Feia, Ukr. J. Phys. 71(6), 554 (2026),
 * doi:10.15407/ujpe71.6.554.
 */
final class PhaseTable {

  private static final double MILLI = 1000;

  private final SearchSummary summary;
  private final Map<String, Comparison> comparisons;

  PhaseTable(SearchSummary summary, Map<String, Comparison> comparisons) {
    this.summary = summary;
    this.comparisons = Map.copyOf(comparisons);
  }

  /** The whole file, Markdown with a final line break. */
  String markdown() {
    return header()
        + SettingsTable.of(summary.settings())
        + meaning()
        + structures()
        + distances("site fingerprint (Zimmermann and Jain)", Best::references)
        + distances(
            "Oganov–Valle fingerprint at equal volume per atom", b -> compared(b).distances())
        + ExplorationTable.of(summary.exploration());
  }

  private String header() {
    SearchSummary.Relaxations r = summary.relaxations();
    return """
    # %s

    | | |
    |---|---|
    | seed | %d |
    | state | %s |
    | stopped because | %s |
    | generations | %d |
    | relaxations | %d: %d converged, %d not converged, %d failed |
    | of the converged | %d duplicates, %d discarded |
    | population hash | %s |
    | record | %d links, the last `%s`; `./coesite audit %s --verify` checks them |
    | time | %s s wall, %s s CPU of calculators inside Coesite (programs such as pw.x not counted), engine share %s %% |

    """
        .formatted(
            summary.search(),
            summary.seed(),
            summary.state(),
            summary.stop() == null ? "it has not stopped" : summary.stop(),
            summary.generations(),
            r.total(),
            r.converged(),
            r.notConverged(),
            r.failed(),
            r.duplicates(),
            r.discarded(),
            summary.populationHash() == null ? "none yet" : "`" + summary.populationHash() + "`",
            summary.record().links(),
            summary.record().sha256(),
            summary.search(),
            Format.fixed(summary.timing().wallSeconds(), 1),
            Format.fixed(summary.timing().calculatorCpuSeconds(), 1),
            Format.fixed(100 * summary.timing().engineShare(), 1));
  }

  private static String meaning() {
    return """
    Energies are those of the calculator and potential that the search used: for an embedded
    potential they are lattice energies of that potential at 0 K, not DFT and not measured. Compare
    them with one another, not with energies from elsewhere. Lengths in Å, angles in degrees, cells
    standardised, with Z formula units; ΔE is to the best structure, per formula unit. Name, generation
    and operator are those of the relaxation that gave the lowest energy. A phase is named where composition,
    space group and size of the primitive cell agree and the Oganov–Valle distance is at most 0.05.

    """;
  }

  private String structures() {
    if (summary.best().isEmpty()) {
      return "No structure has been kept yet.\n";
    }
    return "## Structures\n\n"
        + StructureTable.of(
            "| eV per atom | eV per formula | ΔE (meV per formula) | Å³ per atom | Z | hits | first met in relaxation | generation "
                + "| operator |",
            "|--:|--:|--:|--:|--:|--:|--:|--:|---|",
            summary.best().stream().map(this::row).toList());
  }

  private StructureTable.Row row(Best best) {
    double lowest = summary.best().get(0).energyPerFormula();
    return new StructureTable.Row(
        best.structure(),
        compared(best).phase().orElse(""),
        best.lattice(),
        best.spaceGroup(),
        String.format(
            Locale.ROOT,
            "| %s | %s | %s | %.3f | %d | %d | %d | %d | %s |",
            Format.fixed(best.energyPerAtom(), 5),
            Format.energy(best.energyPerFormula()),
            Format.fixed(MILLI * (best.energyPerFormula() - lowest), 1),
            best.volumePerAtom(),
            best.formulaUnits(),
            best.hits(),
            best.firstRelaxation(),
            best.generation(),
            best.operator()));
  }

  private String distances(String kind, Function<Best, List<ReferenceDistance>> distances) {
    return DistanceTable.of(
        "Cosine distance to known phases: " + kind,
        summary.best().stream()
            .map(best -> new DistanceTable.Row(best.structure(), distances.apply(best)))
            .toList());
  }

  private Comparison compared(Best best) {
    return comparisons.getOrDefault(best.structure(), Comparison.NONE);
  }
}
