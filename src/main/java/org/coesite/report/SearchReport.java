package org.coesite.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coesite.crystal.Structure;
import org.coesite.report.StructureFiles.Ranked;
import org.coesite.search.DiagramPoint;
import org.coesite.search.Reference;
import org.coesite.search.SearchReporter;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.Best;
import org.coesite.search.SearchSummary.Refined;
import org.coesite.symmetry.SymmetryFinder;

/**
 * The files that a search leaves: summary.json, energy-fitness.svg and .png, table.md and
 * structures/*.cif, and structures/refined/*.cif if the search refines.
 *
 * <p>May be written again and again while the search runs: each file is replaced as a whole.
 */
public final class SearchReport implements SearchReporter {

  private final SymmetryFinder symmetry;

  /** A report that recognises phases with this finder. */
  public SearchReport(SymmetryFinder symmetry) {
    this.symmetry = symmetry;
  }

  @Override
  public void write(
      Path directory,
      SearchSummary summary,
      List<DiagramPoint> diagram,
      Map<String, Structure> bestStructures,
      Map<String, Structure> refinedStructures,
      List<Reference> references) {
    Map<String, Comparison> comparisons = compare(summary, bestStructures, references);
    try {
      Optional<String> withoutDiagram =
          draw(directory, summary, diagram, PhaseLabels.of(summary, comparisons));
      String table =
          new PhaseTable(summary, comparisons).markdown()
              + RescreenedTable.of(summary)
              + new RefinedTable(summary, refinedPhases(summary, refinedStructures)).markdown()
              + SettingsTable.source(summary.settings());
      ReportFile.write(
          directory.resolve("table.md"),
          withoutDiagram.map(reason -> table + "\nNo diagram: " + reason + "\n").orElse(table));
      writeStructures(directory.resolve("structures"), summary, bestStructures, refinedStructures);
      ReportFile.write(directory.resolve("summary.json"), SummaryJson.of(summary) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("report in " + directory + ": " + e.getMessage(), e);
    }
  }

  private void writeStructures(
      Path folder,
      SearchSummary summary,
      Map<String, Structure> bestStructures,
      Map<String, Structure> refinedStructures)
      throws IOException {
    StructureFiles files = new StructureFiles(symmetry);
    files.write(folder, summary.best().stream().map(Ranked::of).toList(), bestStructures);
    if (!summary.refined().isEmpty()) {
      files.write(
          folder.resolve("refined"),
          summary.refined().stream().map(Ranked::of).toList(),
          refinedStructures);
    }
  }

  /** Which of the known phases, refined in the same way, the other refined structures are. */
  private Map<String, String> refinedPhases(
      SearchSummary summary, Map<String, Structure> structures) {
    List<Reference> references = new ArrayList<>();
    Map<String, Structure> others = new HashMap<>();
    for (Refined refined : summary.refined()) {
      Structure structure = given(refined.structure(), structures);
      if (refined.reference() == null) {
        others.put(refined.structure(), structure);
      } else {
        references.add(new Reference(refined.reference(), structure));
      }
    }
    return phases(others, references);
  }

  private static Structure given(String id, Map<String, Structure> structures) {
    Structure structure = structures.get(id);
    if (structure == null) {
      throw new IllegalArgumentException("no structure is given for " + id);
    }
    return structure;
  }

  /** Names of the known phases that structures are, by structure; others are left out. */
  public Map<String, String> phases(Map<String, Structure> structures, List<Reference> references) {
    PhaseRecognition recognition = new PhaseRecognition(symmetry, references);
    Map<String, String> phases = new HashMap<>();
    structures.forEach(
        (id, structure) ->
            recognition.compare(structure).phase().ifPresent(phase -> phases.put(id, phase)));
    return phases;
  }

  private Map<String, Comparison> compare(
      SearchSummary summary, Map<String, Structure> structures, List<Reference> references) {
    PhaseRecognition recognition = new PhaseRecognition(symmetry, references);
    Map<String, Comparison> comparisons = new HashMap<>();
    for (Best best : summary.best()) {
      Structure structure = given(best.structure(), structures);
      comparisons.put(best.structure(), recognition.compare(structure));
    }
    return comparisons;
  }

  /** Draws the diagram, or says why it cannot: Java without any font fails with an error. */
  private static Optional<String> draw(
      Path directory, SearchSummary summary, List<DiagramPoint> points, List<PhaseLabel> phases)
      throws IOException {
    String title = summary.search() + ", seed " + summary.seed();
    EnergyFitnessDiagram diagram;
    try {
      diagram = new EnergyFitnessDiagram(title, points, phases);
    } catch (InternalError | NoClassDefFoundError | UnsatisfiedLinkError e) {
      return Optional.of(
          "Java finds no font on this machine ("
              + e
              + "). Install fontconfig and a font such as fonts-dejavu-core.");
    }
    ReportFile.write(directory.resolve("energy-fitness.svg"), diagram.svg());
    ReportFile.write(directory.resolve("energy-fitness.png"), diagram.png());
    return Optional.empty();
  }
}
