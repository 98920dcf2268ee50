package org.coesite.web;

import java.util.List;
import org.coesite.search.SearchStep;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a search stands in its models, and these models. */
@RestController
@RequestMapping("/api/searches/{name}")
class StepsController {

  private final Searches searches;

  StepsController(Searches searches) {
    this.searches = searches;
  }

  /** Steps by the keys of the JSON. */
  record Steps(List<SearchStep> steps) {}

  @GetMapping("/steps")
  Steps steps(@PathVariable String name) {
    return new Steps(searches.service().steps(name));
  }

  /** The BPMN of the deployed version that the search runs. */
  @GetMapping("/models/{key}")
  ResponseEntity<Object> model(@PathVariable String name, @PathVariable String key) {
    return searches
        .service()
        .model(name, key)
        .map(text -> ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body((Object) text))
        .orElseGet(
            () ->
                ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .body(Problem.of("search '%s' runs no model '%s'".formatted(name, key))));
  }
}
