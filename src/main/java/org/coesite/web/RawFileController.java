package org.coesite.web;

import java.io.IOException;
import org.coesite.search.AuditEntry;
import org.coesite.search.ListedFile;
import org.coesite.search.StructureAudit;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What outside programs read and wrote in an attempt. */
@RestController
class RawFileController {

  private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

  private final Searches searches;

  RawFileController(Searches searches) {
    this.searches = searches;
  }

  /**
   * A file as it was.
   *
   * @param purpose screen, refine or energy
   * @param attempt from 1
   */
  @GetMapping("/api/searches/{name}/structures/{structure}/files/{purpose}/{attempt}/{*file}")
  ResponseEntity<Resource> file(
      @PathVariable String name,
      @PathVariable String structure,
      @PathVariable String purpose,
      @PathVariable int attempt,
      @PathVariable String file)
      throws IOException {
    StructureAudit audit =
        searches
            .service()
            .audit(name, structure)
            .orElseThrow(() -> new MissingStructureException(name, structure));
    ListedFile listed =
        audit.attempts().stream()
            .filter(entry -> entry.record().purpose().key().equals(purpose))
            .filter(entry -> entry.record().attempt() == attempt)
            .map(AuditEntry::files)
            .flatMap(files -> files.stream())
            .filter(entry -> entry.kept() && entry.name().equals(file.substring(1)))
            .findFirst()
            .orElseThrow(() -> new MissingStructureException(name, structure + file));
    return ResponseEntity.ok()
        .contentType(TEXT)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
        .body(new InputStreamResource(searches.service().open(name, listed)));
  }
}
