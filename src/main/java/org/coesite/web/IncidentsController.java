package org.coesite.web;

import java.util.List;
import org.coesite.search.SearchIncident;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a person in a search because it failed. */
@RestController
@RequestMapping("/api/searches/{name}/incidents")
class IncidentsController {

  private final Searches searches;

  IncidentsController(Searches searches) {
    this.searches = searches;
  }

  /** Incidents by the keys of the JSON. */
  record Incidents(List<SearchIncident> incidents) {}

  @GetMapping
  Incidents incidents(@PathVariable String name) {
    return new Incidents(searches.service().incidents(name));
  }

  /** Tries one of them again; the others go on waiting. */
  @PostMapping("/{id}/retry")
  ResponseEntity<Object> retry(@PathVariable String name, @PathVariable String id) {
    return searches.service().retry(name, id)
        ? ResponseEntity.ok(searches.line(name))
        : ResponseEntity.status(HttpStatus.NOT_FOUND)
            .body(Problem.of("search '%s' has no open incident '%s'".formatted(name, id)));
  }
}
