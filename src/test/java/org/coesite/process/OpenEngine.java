package org.coesite.process;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.RepositoryService;
import org.coesite.calculator.Calculator;
import org.coesite.execution.LocalExecution;
import org.coesite.report.SearchReport;
import org.coesite.search.SearchFigures;
import org.coesite.search.SearchReporter;
import org.coesite.search.SearchService;
import org.coesite.store.DataDirectory;
import org.coesite.store.SearchDatabase;
import org.coesite.symmetry.SymmetryFinder;

/** A data directory on disk with an engine that works on it. */
public final class OpenEngine implements AutoCloseable {

  private final SearchDatabase database;
  private final SearchEngine engine;

  private OpenEngine(
      Path directory,
      Calculator calculator,
      int workers,
      boolean served,
      SymmetryFinder symmetry,
      SearchReporter reporter) {
    database = DataDirectory.openOrCreate(directory);
    engine =
        new SearchEngine(
            new SearchEngine.Parts(
                directory,
                database,
                database.dataSource(),
                database.transactions(),
                List.of(calculator),
                List.of(new LocalExecution()),
                false,
                served,
                symmetry,
                reporter),
            workers);
  }

  static OpenEngine over(Path directory, Calculator calculator, int workers) {
    return new OpenEngine(
        directory,
        calculator,
        workers,
        false,
        SymmetryFinder.create(),
        (folder, summary, diagram, best, refined, references) -> {});
  }

  /** One that also serves workers over REST, and reports its searches. */
  public static OpenEngine serving(Path directory, Calculator calculator, int workers) {
    SymmetryFinder symmetry = SymmetryFinder.create();
    return new OpenEngine(
        directory, calculator, workers, true, symmetry, new SearchReport(symmetry));
  }

  /** What users do with its searches. */
  public SearchService service() {
    return engine.service();
  }

  /** Who may use it over the network. */
  public EngineAccounts accounts() {
    return engine.accounts();
  }

  /** What operators watch. */
  public SearchFigures figures() {
    return engine.figures();
  }

  /** The models that are deployed there. */
  RepositoryService models() {
    return ProcessEngines.getDefaultProcessEngine().getRepositoryService();
  }

  /** Its database. */
  public DataSource dataSource() {
    return database.dataSource();
  }

  @Override
  public void close() {
    engine.close();
    database.close();
  }
}
