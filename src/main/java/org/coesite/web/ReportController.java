package org.coesite.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files of a report, and no others. */
@RestController
class ReportController {

  /** A drawing is opened as a page of its own: without scripts, without a session. */
  private static final String DRAWING = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  private static final Map<String, String> TYPES =
      Map.of(
          "json", "application/json",
          "svg", "image/svg+xml",
          "png", "image/png");

  private static final String TEXT = "text/plain;charset=UTF-8";

  private final Searches searches;

  ReportController(Searches searches) {
    this.searches = searches;
  }

  @GetMapping("/api/searches/{name}/report/{*file}")
  ResponseEntity<Resource> file(@PathVariable String name, @PathVariable String file)
      throws IOException {
    searches.service().entry(name);
    Optional<Path> found = inside(searches.service().reportDirectory(name), file.substring(1));
    if (found.isEmpty()) {
      return ResponseEntity.notFound().build();
    }
    String ending = file.substring(file.lastIndexOf('.') + 1);
    return ResponseEntity.ok()
        .header("Content-Security-Policy", DRAWING)
        .contentType(MediaType.parseMediaType(TYPES.getOrDefault(ending, TEXT)))
        .body(new FileSystemResource(found.get()));
  }

  /** The file of a folder, links followed; empty if it is none or lies outside. */
  private static Optional<Path> inside(Path folder, String file) throws IOException {
    Path asked = folder.resolve(file).normalize();
    if (!asked.startsWith(folder) || !Files.isRegularFile(asked)) {
      return Optional.empty();
    }
    return Optional.of(asked.toRealPath()).filter(real -> startsWith(real, folder));
  }

  private static boolean startsWith(Path real, Path folder) {
    try {
      return real.startsWith(folder.toRealPath());
    } catch (IOException gone) {
      return false;
    }
  }
}
