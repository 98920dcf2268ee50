package org.coesite.chaos;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.coesite.adapter.gulp.GulpCalculator;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.execution.LocalExecution;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.process.SearchEngine;
import org.coesite.report.SearchReport;
import org.coesite.search.SearchService;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchSettingsReader;
import org.coesite.search.SearchState;
import org.coesite.store.SearchDatabase;
import org.coesite.symmetry.SymmetryFinder;

/**
 * A search in a Java machine of its own that ends at a fateful moment, or lives to its end.
 *
 * <p>Arguments: address of the database, folder, search.yaml, whether others share the database,
 * and the number of the fatal moment, 0 for none. Once it is told so, it starts the search or
 * resumes it.
 */
final class DoomedSearch {

  private DoomedSearch() {}

  /**
   * Prints {@code ready}, waits for a line, prints {@code working} once the search goes on, and how
   * it ended, with hash and moments.
   */
  public static void main(String[] arguments) throws Exception {
    boolean shared = Boolean.parseBoolean(arguments[3]);
    Fate fate = new Fate(Long.parseLong(arguments[4]));
    Path folder = Path.of(arguments[1]);
    PotentialLibrary potentials = PotentialLibrary.standard();
    SearchSettings settings =
        new SearchSettingsReader(potentials, Set.of("embedded", "gulp"))
            .read(Path.of(arguments[2]));
    List<Calculator> calculators =
        List.of(
            new CountedCalculator(new EmbeddedCalculator(potentials), folder.resolve("calls")),
            new CountedCalculator(
                new GulpCalculator(potentials, System.getenv()), folder.resolve("calls")));
    SymmetryFinder symmetry = SymmetryFinder.create();
    HikariDataSource connections = new HikariDataSource();
    connections.setJdbcUrl(arguments[0]);
    connections.setMaximumPoolSize(16);
    SearchDatabase database = SearchDatabase.over(new FatalDataSource(connections, fate));
    SearchEngine.Parts parts =
        new SearchEngine.Parts(
            folder,
            database,
            database.dataSource(),
            database.transactions(),
            calculators,
            List.of(new LocalExecution()),
            shared,
            false,
            symmetry,
            new SearchReport(symmetry));
    try (SearchEngine engine = new SearchEngine(parts, 2)) {
      SearchService service = engine.service();
      System.out.println("ready");
      System.in.read();
      if (service.list().isEmpty()) {
        service.start(settings, settings.name(), List.of());
      } else {
        service.resume(settings.name());
      }
      System.out.println("working");
      SearchState state = service.await(settings.name(), Duration.ofMinutes(5));
      System.out.printf(
          "ended %s %s %d%n",
          state, service.summary(settings.name()).populationHash(), fate.moments());
    }
    connections.close();
  }
}
