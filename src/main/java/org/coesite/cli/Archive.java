package org.coesite.cli;

import java.util.function.BiFunction;
import org.coesite.report.SearchReport;
import org.coesite.search.Crystallography;
import org.coesite.search.SearchArchive;
import org.coesite.store.SearchDatabase;
import org.coesite.symmetry.SymmetryFinder;

/** Reading from a data directory without an engine. */
final class Archive {

  private Archive() {}

  /** What a question to the searches of a data directory, with their reporter at hand, gives. */
  static <T> T read(DataOption data, BiFunction<SearchArchive, SearchReport, T> question) {
    SymmetryFinder symmetry = SymmetryFinder.create();
    try (SearchDatabase database = data.openExisting()) {
      return question.apply(
          new SearchArchive(data.directory(), database, new Crystallography(symmetry)),
          new SearchReport(symmetry));
    }
  }
}
