package org.coesite.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.coesite.report.StoryView;
import org.coesite.report.VerificationView;
import org.coesite.search.AuditEntry;
import org.coesite.search.SearchArchive;
import org.coesite.search.StructureAudit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--verify",
      description = "Compute the hashes of all records again; exit code 1 if one does not fit.")
  private boolean verifies;

  @Option(
      names = "--files",
      paramLabel = "DIR",
      description = "Unpack what outside programs read and wrote for STRUCTURE.")
  private @Nullable Path files;

  @Option(
      names = "--export",
      paramLabel = "FILE.jsonl",
      description = "Write all records in the order of the chain, a line of JSON each.")
  private @Nullable Path lines;

  @Option(
      names = "--export-prov",
      paramLabel = "FILE.json",
      description = "Write the provenance of all structures as W3C PROV-JSON.")
  private @Nullable Path provenance;

  @Override
  public Integer call() {
    if (verifies && structure != null) {
      throw new BadInput("--verify: the chain is that of the whole search; leave out " + structure);
    }
    if (files != null && structure == null) {
      throw new BadInput("--files: name the structure whose files are to be unpacked");
    }
    return Archive.read(data, (archive, report) -> answer(archive));
  }

  private int answer(SearchArchive archive) {
    AuditExport export = new AuditExport(archive, name);
    if (lines != null) {
      export.lines(lines);
      output.note("coesite: all records are in " + lines);
    }
    if (provenance != null) {
      export.provenance(provenance);
      output.note("coesite: the provenance is in " + provenance);
    }
    if (verifies) {
      return verify(archive);
    }
    if (structure != null) {
      return tell(archive, structure);
    }
    return lines == null && provenance == null ? list(archive) : ExitCode.DONE;
  }

  private int verify(SearchArchive archive) {
    VerificationView view = VerificationView.of(name, archive.verify(name));
    output.result(view, view.words());
    return view.intact() ? ExitCode.DONE : ExitCode.FAILED;
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
    if (files != null) {
      int unpacked = new AuditExport(archive, name).files(audit, files);
      output.note("coesite: %d files unpacked in %s".formatted(unpacked, files));
    }
    StoryView view = StoryView.of(name, audit);
    output.result(view, view.words());
    return ExitCode.DONE;
  }
}
