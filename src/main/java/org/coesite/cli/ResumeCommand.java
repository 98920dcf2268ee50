package org.coesite.cli;

import java.util.concurrent.Callable;
import org.coesite.forcefield.PotentialLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Override
  public Integer call() throws InterruptedException {
    Calculators calculators = new Calculators(PotentialLibrary.standard());
    return new SearchRun(output, data, name)
        .follow(
            () ->
                SearchSession.openExisting(data.directory(), calculators.all(), workers.workers()),
            service -> service.resume(name));
  }
}
