package org.coesite.cli;

import java.nio.file.Path;
import java.util.function.Function;
import org.coesite.search.Crystallography;
import org.coesite.search.SearchArchive;
import org.coesite.store.DataDirectory;
import org.coesite.store.SearchDatabase;
import org.coesite.symmetry.SymmetryFinder;

/** Reading from a data directory without an engine. */
final class Archive {

  private Archive() {}

  /** What a question to the searches of a data directory gives. */
  static <T> T read(Path directory, Function<SearchArchive, T> question) {
    try (SearchDatabase database = DataDirectory.openExisting(directory)) {
      return question.apply(
          new SearchArchive(directory, database, new Crystallography(SymmetryFinder.create())));
    }
  }
}
