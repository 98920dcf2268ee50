package org.coesite.process;

import java.nio.file.Path;
import java.util.List;
import org.coesite.calculator.Calculator;
import org.coesite.execution.LocalExecution;
import org.coesite.search.SearchService;
import org.coesite.store.DataDirectory;
import org.coesite.store.SearchDatabase;
import org.coesite.symmetry.SymmetryFinder;

/** A data directory on disk with an engine that works on it. */
final class OpenEngine implements AutoCloseable {

  private final SearchDatabase database;
  private final SearchEngine engine;

  private OpenEngine(Path directory, Calculator calculator, int workers) {
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
                false,
                SymmetryFinder.create(),
                (folder, summary, diagram, best, refined, references) -> {}),
            workers);
  }

  static OpenEngine over(Path directory, Calculator calculator, int workers) {
    return new OpenEngine(directory, calculator, workers);
  }

  SearchService service() {
    return engine.service();
  }

  @Override
  public void close() {
    engine.close();
    database.close();
  }
}
