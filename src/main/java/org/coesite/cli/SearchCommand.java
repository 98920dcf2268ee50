package org.coesite.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.search.Reference;
import org.coesite.search.ReferenceFiles;
import org.coesite.search.SearchName;
import org.coesite.search.SearchOrder;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchSettingsReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a search and follows it to its end. */
@Command(
    name = "search",
    description = "Search for the crystal structures of a composition.",
    mixinStandardHelpOptions = true)
final class SearchCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();
  @Mixin private DataOption data = new DataOption();
  @Mixin private WorkersOption workers = new WorkersOption();
  @Mixin private EngineOption engine = new EngineOption();

  @Parameters(paramLabel = "FILE.yaml", description = "What to search, see docs/search-yaml.md.")
  private Path file = Path.of("");

  @Mixin private CalculatorsOption here = new CalculatorsOption();

  @Option(
      names = "--name",
      paramLabel = "N",
      description = "Name of the search (that of the file).")
  private @Nullable String name;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of all random draws (that of the file).")
  private @Nullable Long seed;

  @Override
  public Integer call() throws InterruptedException {
    PotentialLibrary potentials = PotentialLibrary.standard();
    Calculators calculators = here.of(new Calculators(potentials));
    if (!engine.isGiven() && !calculators.elsewhere().isEmpty()) {
      throw new BadInput("--calculator: workers need an --engine, or ./coesite serve");
    }
    SearchSettings settings =
        calculators.prepared(
            settings(new SearchSettingsReader(potentials, calculators.names())),
            data.directory(),
            file.toString());
    List<Reference> references = ReferenceFiles.read(settings.references());
    if (engine.isGiven()) {
      return new RemoteSearchRun(output, engine.engine())
          .follow(new SearchOrder(settings, references));
    }
    SearchRun run = new SearchRun(output, data, settings.name());
    return run.follow(
        () -> SearchSession.open(data, calculators.all(), workers.workers()),
        service -> service.start(settings, settings.name(), references));
  }

  private SearchSettings settings(SearchSettingsReader reader) {
    SearchSettings settings = reader.read(file);
    return settings
        .withName(name == null ? settings.name() : SearchName.checked(name))
        .withSeed(seed == null ? settings.seed() : seed);
  }
}
