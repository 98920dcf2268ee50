package org.coesite.web;

import java.net.URI;
import java.security.Principal;
import org.coesite.report.SummaryJson;
import org.coesite.search.SearchListing;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Searches as resources: list, look at, start, and tell them how to go on. */
@RestController
@RequestMapping("/api/searches")
class SearchesController {

  private final Searches searches;

  SearchesController(Searches searches) {
    this.searches = searches;
  }

  /** What {@code list --json} prints. */
  @GetMapping
  SearchListing list() {
    return SearchListing.of(searches.service().list());
  }

  /** What {@code show --json} prints. */
  @GetMapping(value = "/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
  String show(@PathVariable String name) {
    return SummaryJson.of(searches.service().summary(name));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SearchListing.Line> start(@RequestBody SearchRequest request) {
    SearchListing.Line started = SearchListing.Line.of(searches.start(request));
    return ResponseEntity.created(URI.create("/api/searches/" + started.search())).body(started);
  }

  @PostMapping("/{name}/resume")
  SearchListing.Line resume(@PathVariable String name) {
    searches.service().resume(name);
    return searches.line(name);
  }

  @PostMapping("/{name}/stop-early")
  ResponseEntity<Object> stopEarly(@PathVariable String name, Principal person) {
    String reason = "stopped early by " + person.getName();
    return searches.answer(
        name, searches.service().stopEarly(name, reason), "has no generation to stop");
  }
}
