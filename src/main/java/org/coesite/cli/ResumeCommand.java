package org.coesite.cli;

import java.util.concurrent.Callable;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.search.SearchService;
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

  @Override
  public Integer call() throws InterruptedException {
    Calculators calculators = new Calculators(PotentialLibrary.standard());
    return new SearchRun(output, data, name)
        .follow(
            () -> SearchSession.openExisting(data, calculators.all(), workers.workers()),
            this::goOn);
  }

  private void goOn(SearchService service) {
    if (!declined) {
      service.resume(name);
    } else if (!service.declineRefinement(name)) {
      throw new BadInput(
          "--no-refinement: search '%s' does not wait for the approval of a refinement"
              .formatted(name));
    }
  }
}
