package org.coesite.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.coesite.report.ProvDocument;
import org.coesite.search.AuditEntry;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.SearchArchive;
import org.coesite.search.StructureAudit;

/** Writes the record of a search for other programs. */
final class AuditExport {

  private final SearchArchive archive;
  private final String search;
  private final ObjectMapper json = new ObjectMapper();

  AuditExport(SearchArchive archive, String search) {
    this.archive = archive;
    this.search = search;
  }

  /** A line of JSON for each link of the chain. */
  void lines(Path file) {
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      archive.export(
          search,
          link -> {
            try {
              writer.write(json.writeValueAsString(link));
              writer.newLine();
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          });
    } catch (IOException | UncheckedIOException failure) {
      throw unwritable(file, failure);
    }
  }

  /** One document of W3C PROV. */
  void provenance(Path file) {
    try {
      Files.writeString(file, document());
    } catch (IOException failure) {
      throw unwritable(file, failure);
    }
  }

  /**
   * The raw files of a structure's attempts, each attempt in a folder of its own.
   *
   * @return how many they are
   */
  int files(StructureAudit audit, Path folder) {
    int files = 0;
    for (AuditEntry attempt : audit.attempts()) {
      RelaxationRecord record = attempt.record();
      Path own = folder.resolve(record.purpose().key() + "-" + record.attempt());
      try {
        files += archive.extract(search, attempt, own);
      } catch (IOException failure) {
        throw unwritable(own, failure);
      }
    }
    return files;
  }

  private String document() throws JsonProcessingException {
    return json.writer(SerializationFeature.INDENT_OUTPUT)
        .writeValueAsString(
            ProvDocument.of(search, archive.audit(search), archive.origins(search)));
  }

  private static BadInput unwritable(Path file, Exception failure) {
    return new BadInput("%s cannot be written: %s".formatted(file, failure.getMessage()));
  }
}
