package org.coesite.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coesite.crystal.Structure;

/** Writes what a search found to files. */
public interface SearchReporter {

  /**
   * Writes the report of a search, over an older one if there is one.
   *
   * @param directory made if it is missing
   * @param summary the figures
   * @param diagram points of the energy–fitness diagram
   * @param bestStructures the structures of {@link SearchSummary#best()} by id, in that order
   * @param refinedStructures the structures of {@link SearchSummary#refined()} by id
   * @param references known phases that the structures were compared with
   */
  void write(
      Path directory,
      SearchSummary summary,
      List<DiagramPoint> diagram,
      Map<String, Structure> bestStructures,
      Map<String, Structure> refinedStructures,
      List<Reference> references);
}
