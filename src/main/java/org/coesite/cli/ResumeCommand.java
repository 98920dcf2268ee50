package org.coesite.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.search.SearchService;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchSettingsReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Goes on with a search that was interrupted. */
@Command(
    name = "resume",
    description = "Go on with a search that was interrupted or waits for a person.",
    mixinStandardHelpOptions = true)
final class ResumeCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();
  @Mixin private DataOption data = new DataOption();
  @Mixin private WorkersOption workers = new WorkersOption();

  @Parameters(paramLabel = "NAME", description = "Name of the search, see coesite list.")
  private String name = "";

  @Option(
      names = "--no-refinement",
      description = "Decline the refinement that waits for approval, and end without one.")
  private boolean declined;

  @Option(
      names = "--amend",
      paramLabel = "FILE.yaml",
      description =
          "Go on with other settings, also after the end: stop, refine, refinement, run and keep"
              + " may change. What was found stays; the change goes on record.")
  private @Nullable Path amendment;

  @Override
  public Integer call() throws InterruptedException {
    if (declined && amendment != null) {
      throw new BadInput("--no-refinement: amend the refinement instead, or decline it, not both");
    }
    PotentialLibrary potentials = PotentialLibrary.standard();
    Calculators calculators = new Calculators(potentials);
    @Nullable SearchSettings amended =
        amendment == null
            ? null
            : calculators.prepared(
                new SearchSettingsReader(potentials, calculators.names())
                    .read(amendment)
                    .withName(name),
                data.directory());
    return new SearchRun(output, data, name)
        .follow(
            () -> SearchSession.openExisting(data, calculators.all(), workers.workers()),
            service -> goOn(service, amended));
  }

  private void goOn(SearchService service, @Nullable SearchSettings amended) {
    if (amended != null) {
      service.amend(name, amended);
    } else if (!declined) {
      service.resume(name);
    } else if (!service.declineRefinement(name)) {
      throw new BadInput(
          "--no-refinement: search '%s' does not wait for the approval of a refinement"
              .formatted(name));
    }
  }
}
