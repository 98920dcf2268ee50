package org.coesite.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coesite.crystal.Structure;
import org.coesite.search.DiagramPoint;
import org.coesite.search.Reference;
import org.coesite.search.SearchReporter;
import org.coesite.search.SearchSummary;

/**
 * The files that a search leaves: summary.json, energy-fitness.svg and .png, table.md and
 * structures/*.cif.
 *
 * <p>May be written again and again while the search runs: each file is replaced as a whole.
 */
public final class SearchReport implements SearchReporter {

  @Override
  public void write(
      Path directory,
      SearchSummary summary,
      List<DiagramPoint> diagram,
      Map<String, Structure> bestStructures,
      List<Reference> references) {
    try {
      ReportFile.write(directory.resolve("summary.json"), SummaryJson.of(summary) + "\n");
      ReportFile.write(directory.resolve("table.md"), new PhaseTable(summary).markdown());
      EnergyFitnessDiagram picture =
          new EnergyFitnessDiagram(summary.search(), diagram, PhaseLabels.of(summary));
      ReportFile.write(directory.resolve("energy-fitness.svg"), picture.svg());
      ReportFile.write(directory.resolve("energy-fitness.png"), picture.png());
    } catch (IOException e) {
      throw new UncheckedIOException("report in " + directory + ": " + e.getMessage(), e);
    }
  }
}
