package org.coesite.web.optimade;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.coesite.web.Searches;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The addresses of OPTIMADE. */
@RestController
class OptimadeController {

  private static final MediaType JSON_API = MediaType.parseMediaType("application/vnd.api+json");
  private static final MediaType CSV = MediaType.parseMediaType("text/csv;header=present");

  private static final Pattern OTHER_VERSION =
      Pattern.compile(Address.BASE + "/v\\d+[^/]*(?:/.*)?");

  private final Schema schema = new Schema();
  private final StructureEntries structures;
  private final InstantSource clock = InstantSource.system();

  OptimadeController(Searches searches) {
    structures = new StructureEntries(searches.service());
  }

  @GetMapping(Address.BASE + "/versions")
  ResponseEntity<String> versions() {
    return ResponseEntity.ok().contentType(CSV).body("version\n1\n");
  }

  @GetMapping({Address.VERSIONED + "/info", Address.VERSIONED + "/info/"})
  ResponseEntity<Object> info(HttpServletRequest request) {
    Address address = Address.of(request);
    return answer(meta(address), null, InfoDocument.base(address));
  }

  @GetMapping(Address.VERSIONED + "/info/structures")
  ResponseEntity<Object> structuresInfo(HttpServletRequest request) {
    return answer(meta(Address.of(request)), null, InfoDocument.structures(schema));
  }

  @GetMapping({Address.VERSIONED + "/links", Address.VERSIONED + "/links/"})
  ResponseEntity<Object> links(HttpServletRequest request) {
    Address address = Address.of(request);
    List<Map<String, Object>> links = InfoDocument.links(address);
    return answer(meta(address).counting(links.size(), links.size(), false), null, links);
  }

  @GetMapping({Address.VERSIONED + "/structures", Address.VERSIONED + "/structures/"})
  ResponseEntity<Object> structures(HttpServletRequest request) {
    Address address = Address.of(request);
    EntryQuery query = EntryQuery.ofMany(address.parameters(), schema);
    List<StructureEntry> all = structures.all();
    List<StructureEntry> found =
        all.stream().filter(query.condition()).sorted(query.order()).toList();
    List<Map<String, Object>> page =
        found.stream()
            .skip(query.offset())
            .limit(query.limit())
            .map(entry -> StructuresDocument.of(entry, query.fields()))
            .toList();
    long end = (long) query.offset() + query.limit();
    boolean more = end < found.size();
    Map<String, @Nullable Object> links = new LinkedHashMap<>();
    links.put("next", more ? address.page((int) end, query.limit()) : null);
    return answer(
        meta(address).counting(found.size(), all.size(), more).warning(query.foreign()),
        links,
        page);
  }

  @GetMapping(Address.VERSIONED + "/structures/{id}")
  ResponseEntity<Object> structure(@PathVariable String id, HttpServletRequest request) {
    Address address = Address.of(request);
    EntryQuery query = EntryQuery.ofOne(address.parameters(), schema);
    List<StructureEntry> all = structures.all();
    @Nullable Map<String, Object> found =
        all.stream()
            .filter(entry -> entry.id().equals(id))
            .findFirst()
            .map(entry -> StructuresDocument.of(entry, query.fields()))
            .orElse(null);
    return answer(
        meta(address).counting(found == null ? 0 : 1, all.size(), false).warning(query.foreign()),
        null,
        found);
  }

  /** All that is not above. */
  @GetMapping(Address.BASE + "/**")
  ResponseEntity<Object> nothing(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean ours = path.equals(Address.VERSIONED) || path.startsWith(Address.VERSIONED + "/");
    throw !ours && OTHER_VERSION.matcher(path).matches()
        ? RefusalException.version("only version 1 is served, at " + Address.VERSIONED)
        : RefusalException.missing("there is nothing at " + path);
  }

  @ExceptionHandler
  ResponseEntity<Object> refused(RefusalException refusal, HttpServletRequest request) {
    Map<String, String> error =
        Map.of(
            "status", String.valueOf(refusal.status()),
            "title", "Refused",
            "detail", String.valueOf(refusal.getMessage()));
    return ResponseEntity.status(refusal.status())
        .contentType(JSON_API)
        .body(Map.of("meta", meta(Address.of(request)), "errors", List.of(error)));
  }

  private Meta meta(Address address) {
    return Meta.of(
        address.representation(), clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private static ResponseEntity<Object> answer(
      Meta meta, @Nullable Object links, @Nullable Object data) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    if (links != null) {
      document.put("links", links);
    }
    document.put("data", data);
    document.put("meta", meta);
    return ResponseEntity.ok().contentType(JSON_API).body(document);
  }
}
