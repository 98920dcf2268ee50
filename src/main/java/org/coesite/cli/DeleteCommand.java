package org.coesite.cli;

import java.util.concurrent.Callable;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.search.SearchEntry;
import org.coesite.search.SearchService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes a search for good. */
@Command(
    name = "delete",
    description = "Remove a search that has ended, with its record, report and files, for good.",
    mixinStandardHelpOptions = true)
final class DeleteCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "NAME", description = "Name of the search, see coesite list.")
  private String name = "";

  @Option(names = "--yes", description = "Do it; without this nothing is removed.")
  private boolean yes;

  @Override
  public Integer call() {
    if (!yes) {
      SearchEntry entry = Archive.read(data, (archive, report) -> archive.entry(name));
      throw new BadInput(
          "nothing is removed yet: add --yes to remove search '%s' (%s, started %s) with its record,"
                  .formatted(name, entry.state(), entry.created())
              + " report and files for good");
    }
    Calculators calculators = new Calculators(PotentialLibrary.standard());
    try (SearchSession session = SearchSession.openExisting(data, calculators.all(), 1)) {
      delete(session.service());
    }
    output.result(new View(name), "search '%s' is removed".formatted(name));
    return ExitCode.DONE;
  }

  private void delete(SearchService service) {
    if (!service.delete(name)) {
      throw new BadInput(
          "search '%s' runs, or was interrupted and can go on; end it first: coesite resume %s"
                  .formatted(name, name)
              + " --stop-early"
              + data.asTyped());
    }
  }

  /** What is printed; component names are the JSON keys. */
  record View(String deleted) {}
}
