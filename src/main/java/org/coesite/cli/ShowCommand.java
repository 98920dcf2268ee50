package org.coesite.cli;

import java.util.concurrent.Callable;
import org.coesite.report.SearchReport;
import org.coesite.search.SearchArchive;
import org.coesite.search.SearchSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints what a search has found. */
@Command(
    name = "show",
    description = "Show where a search stands and its lowest structures.",
    mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();
  @Mixin private DataOption data = new DataOption();

  @Parameters(paramLabel = "NAME", description = "Name of the search, see coesite list.")
  private String name = "";

  @Override
  public Integer call() {
    return Archive.read(data, this::show);
  }

  private int show(SearchArchive archive, SearchReport report) {
    SearchSummary summary = archive.summary(name);
    output.summary(summary, () -> SummaryTable.of(summary, archive, report));
    return ExitCode.DONE;
  }
}
