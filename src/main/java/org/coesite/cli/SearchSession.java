package org.coesite.cli;

import java.nio.file.Path;
import java.util.List;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.process.SearchEngine;
import org.coesite.report.SearchReport;
import org.coesite.search.Crystallography;
import org.coesite.search.SearchArchive;
import org.coesite.search.SearchService;
import org.coesite.store.DataDirectory;
import org.coesite.store.SearchDatabase;
import org.coesite.symmetry.SymmetryFinder;

/**
 * A data directory opened for one command: database, engine, calculators and report, put together.
 */
final class SearchSession implements AutoCloseable {

  private final SearchDatabase database;
  private final SearchEngine engine;

  private SearchSession(Path dataDirectory, SearchDatabase database, int workers) {
    SymmetryFinder symmetry = SymmetryFinder.create();
    this.database = database;
    this.engine =
        new SearchEngine(
            new SearchEngine.Parts(
                dataDirectory,
                database,
                database.dataSource(),
                database.transactions(),
                List.of(new EmbeddedCalculator(PotentialLibrary.standard())),
                symmetry,
                new SearchReport(symmetry)),
            workers);
  }

  /**
   * Opens a data directory, new if need be, and starts the engine with worker threads.
   *
   * @throws org.coesite.search.DataDirectoryException if it is read-only or in use
   */
  static SearchSession open(Path dataDirectory, int workers) {
    return over(dataDirectory, DataDirectory.openOrCreate(dataDirectory), workers);
  }

  /**
   * Opens a data directory that holds searches, and starts the engine with worker threads.
   *
   * @throws org.coesite.search.DataDirectoryException if it holds none, is read-only or in use
   */
  static SearchSession openExisting(Path dataDirectory, int workers) {
    return over(dataDirectory, DataDirectory.openExisting(dataDirectory), workers);
  }

  private static SearchSession over(Path dataDirectory, SearchDatabase database, int workers) {
    try {
      return new SearchSession(dataDirectory, database, workers);
    } catch (RuntimeException failure) {
      database.close();
      throw failure;
    }
  }

  /** What is kept in a database, without an engine. */
  static SearchArchive archive(Path dataDirectory, SearchDatabase database) {
    return new SearchArchive(dataDirectory, database, new Crystallography(SymmetryFinder.create()));
  }

  /** What users do with searches. */
  SearchService service() {
    return engine.service();
  }

  /** Ends the work at hand, keeps searches resumable and frees the data directory. */
  @Override
  public void close() {
    engine.close();
    database.close();
  }
}
