package org.coesite.cli;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.coesite.calculator.Calculator;
import org.coesite.process.EngineAccounts;
import org.coesite.process.SearchEngine;
import org.coesite.report.SearchReport;
import org.coesite.search.SearchService;
import org.coesite.store.DataDirectory;
import org.coesite.store.SearchDatabase;
import org.coesite.symmetry.SymmetryFinder;

/**
 * A data directory opened for one command: database, engine, calculators and report, put together.
 */
final class SearchSession implements AutoCloseable {

  private final SearchDatabase database;
  private final SearchReport report;
  private final SearchEngine engine;

  private SearchSession(
      Path dataDirectory, SearchDatabase database, List<Calculator> calculators, int workers) {
    SymmetryFinder symmetry = SymmetryFinder.create();
    this.database = database;
    this.report = new SearchReport(symmetry);
    this.engine =
        new SearchEngine(
            new SearchEngine.Parts(
                dataDirectory,
                database,
                database.dataSource(),
                database.transactions(),
                calculators,
                Executions.all(),
                symmetry,
                report),
            workers);
  }

  /**
   * Opens a data directory, new if need be, and starts the engine with worker threads.
   *
   * @throws org.coesite.search.DataDirectoryException if it is read-only or in use
   */
  static SearchSession open(Path dataDirectory, List<Calculator> calculators, int workers) {
    return over(dataDirectory, DataDirectory.openOrCreate(dataDirectory), calculators, workers);
  }

  /**
   * Opens a data directory that holds searches, and starts the engine with worker threads.
   *
   * @throws org.coesite.search.DataDirectoryException if it holds none, is read-only or in use
   */
  static SearchSession openExisting(Path dataDirectory, List<Calculator> calculators, int workers) {
    return over(dataDirectory, DataDirectory.openExisting(dataDirectory), calculators, workers);
  }

  private static SearchSession over(
      Path dataDirectory, SearchDatabase database, List<Calculator> calculators, int workers) {
    try {
      return new SearchSession(dataDirectory, database, calculators, workers);
    } catch (RuntimeException failure) {
      database.close();
      throw failure;
    }
  }

  /** What users do with searches. */
  SearchService service() {
    return engine.service();
  }

  /** Who may use its engine over the network. */
  EngineAccounts accounts() {
    return engine.accounts();
  }

  /** Its database. */
  DataSource dataSource() {
    return database.dataSource();
  }

  /** How its searches are reported. */
  SearchReport report() {
    return report;
  }

  /** Ends the work at hand, keeps searches resumable and frees the data directory. */
  @Override
  public void close() {
    engine.close();
    database.close();
  }
}
