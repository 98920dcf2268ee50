package org.coesite.cli;

import java.util.List;
import javax.sql.DataSource;
import org.coesite.calculator.Calculator;
import org.coesite.process.EngineAccounts;
import org.coesite.process.SearchEngine;
import org.coesite.report.SearchReport;
import org.coesite.search.SearchFigures;
import org.coesite.search.SearchService;
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
      DataOption data,
      SearchDatabase database,
      List<Calculator> calculators,
      int workers,
      boolean served) {
    SymmetryFinder symmetry = SymmetryFinder.create();
    this.database = database;
    this.report = new SearchReport(symmetry);
    this.engine =
        new SearchEngine(
            new SearchEngine.Parts(
                data.directory(),
                database,
                database.dataSource(),
                database.transactions(),
                calculators,
                Executions.all(),
                data.isShared(),
                served,
                symmetry,
                report),
            workers);
  }

  /**
   * Opens a data directory, new if need be, and starts the engine with worker threads.
   *
   * @throws org.coesite.search.DataDirectoryException if it is read-only or in use
   */
  static SearchSession open(DataOption data, List<Calculator> calculators, int workers) {
    return over(data, data.openOrCreate(), calculators, workers, false);
  }

  /**
   * Opens a data directory, new if need be, and starts the engine with worker threads and for
   * workers that fetch tasks over REST.
   *
   * @throws org.coesite.search.DataDirectoryException if it is read-only or in use
   */
  static SearchSession serve(DataOption data, List<Calculator> calculators, int workers) {
    return over(data, data.openOrCreate(), calculators, workers, true);
  }

  /**
   * Opens a data directory that holds searches, and starts the engine with worker threads.
   *
   * @throws org.coesite.search.DataDirectoryException if it holds none, is read-only or in use
   */
  static SearchSession openExisting(DataOption data, List<Calculator> calculators, int workers) {
    return over(data, data.openExisting(), calculators, workers, false);
  }

  private static SearchSession over(
      DataOption data,
      SearchDatabase database,
      List<Calculator> calculators,
      int workers,
      boolean served) {
    try {
      return database.alone(() -> new SearchSession(data, database, calculators, workers, served));
    } catch (RuntimeException failure) {
      database.close();
      throw failure;
    }
  }

  /** What users do with searches. */
  SearchService service() {
    return engine.service();
  }

  /** Does something that no other process may do with the same searches at the same time. */
  void alone(Runnable action) {
    database.alone(
        () -> {
          action.run();
          return true;
        });
  }

  /** Who may use its engine over the network. */
  EngineAccounts accounts() {
    return engine.accounts();
  }

  /** What operators watch. */
  SearchFigures figures() {
    return engine.figures();
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
    try {
      engine.close();
    } finally {
      database.close();
    }
  }
}
