package org.coesite.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.coesite.search.AuditEntry;
import org.coesite.search.SearchArchive;
import org.coesite.search.StructureAudit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * Prints what was computed in a search, attempt by attempt, with what became of the failed ones.
 */
@Command(
    name = "audit",
    description =
        "List every attempt at a relaxation of a search, or tell the story of a structure.",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {

  @Mixin private Output output = new Output();
  @Mixin private DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "NAME", description = "Name of the search.")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "STRUCTURE",
      description = "Id of a structure such as g002s11, or ref- and the name of a known phase.")
  private @Nullable String structure;

  @Override
  public Integer call() {
    return Archive.read(
        data, (archive, report) -> structure == null ? list(archive) : tell(archive, structure));
  }

  private int list(SearchArchive archive) {
    List<AuditEntry> entries = archive.audit(name);
    AuditView view = AuditView.of(name, entries);
    output.result(view, view.words());
    return ExitCode.DONE;
  }

  private int tell(SearchArchive archive, String id) {
    StructureAudit audit =
        archive
            .audit(name, id)
            .orElseThrow(
                () -> new BadInput("search '%s' has no structure '%s'".formatted(name, id)));
    StoryView view = StoryView.of(name, audit);
    output.result(view, view.words());
    return ExitCode.DONE;
  }
}
