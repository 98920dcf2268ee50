package org.coesite.cli;

import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.coesite.search.SearchListing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the searches of a data directory. */
@Command(
    name = "list",
    description = "List the searches of a data directory.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  @Mixin private Output output = new Output();
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() {
    if (Files.isRegularFile(data.directory())) {
      throw new BadInput("--data: " + data.directory() + " is a file, not a directory");
    }
    SearchListing listing =
        SearchListing.of(
            data.holdsSearches()
                ? Archive.read(data, (archive, report) -> archive.list())
                : List.of());
    output.result(listing, words(listing.searches()));
    return ExitCode.DONE;
  }

  private String words(List<SearchListing.Line> searches) {
    if (searches.isEmpty()) {
      return "No searches in " + data;
    }
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add(
        "search                state     seed        started           seconds  stopped because");
    for (SearchListing.Line entry : searches) {
      lines.add(
          String.format(
                  Locale.ROOT,
                  "%-21s %-9s %-11d %s %8.0f  %s",
                  entry.search(),
                  entry.state(),
                  entry.seed(),
                  TIME.format(Instant.parse(entry.created())),
                  entry.wallSeconds(),
                  entry.stop() == null ? "" : entry.stop())
              .stripTrailing());
    }
    return lines.toString();
  }
}
