package org.coesite.cli;

import java.nio.file.Path;
import java.util.List;
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
      description = "Decline the refinement, or what is left of it, and end with the report.")
  private boolean declined;

  @Option(
      names = "--refine",
      split = ",",
      paramLabel = "ID",
      description = "Approve the refinement of these structures, and decline that of the others.")
  private @Nullable List<String> refined;

  @Option(
      names = "--stop-early",
      description = "End the generations with what is ranked so far, and report.")
  private boolean stopped;

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
    if (stopped && (declined || amendment != null)) {
      throw new BadInput("--stop-early: goes with neither --no-refinement nor --amend");
    }
    if (refined != null && (stopped || declined || amendment != null)) {
      throw new BadInput("--refine: goes with none of --no-refinement, --stop-early and --amend");
    }
    PotentialLibrary potentials = PotentialLibrary.standard();
    Calculators calculators = new Calculators(potentials);
    @Nullable SearchSettings amended =
        amendment == null
            ? null
            : calculators.prepared(
                new SearchSettingsReader(potentials, calculators.names())
                    .readAmendment(amendment)
                    .withName(name),
                data.directory(),
                amendment.toString());
    return new SearchRun(output, data, name)
        .follow(
            () -> SearchSession.openExisting(data, calculators.all(), workers.workers()),
            service -> goOn(service, amended));
  }

  private void goOn(SearchService service, @Nullable SearchSettings amended) {
    if (amended != null) {
      service.amend(name, amended);
    } else if (declined) {
      require(service, service.declineRefinement(name), "--no-refinement", "refinement");
    } else if (refined != null) {
      requireApproval(service, service.approveRefinement(name, refined));
    } else if (stopped) {
      require(
          service,
          service.stopEarly(name, "stopped early by resume --stop-early"),
          "--stop-early",
          "generation");
    } else {
      service.resume(name);
    }
  }

  private void requireApproval(SearchService service, boolean approved) {
    if (!approved) {
      throw new BadInput(
          "--refine: search '%s' waits for no approval; its state is %s"
              .formatted(name, service.entry(name).state()));
    }
  }

  private void require(SearchService service, boolean done, String option, String missing) {
    if (!done) {
      throw new BadInput(
          "%s: search '%s' has no %s under way; its state is %s"
              .formatted(option, name, missing, service.entry(name).state()));
    }
  }
}
