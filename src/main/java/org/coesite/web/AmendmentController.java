package org.coesite.web;

import org.coesite.search.SearchListing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets searches go on by other settings. */
@RestController
@RequestMapping(value = "/api/searches/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
class AmendmentController {

  private static final int MOST = 100_000;

  private final Searches searches;

  AmendmentController(Searches searches) {
    this.searches = searches;
  }

  /** Text of the search.yaml that is to hold from now on. */
  record Amendment(@Nullable String settings) {}

  /** How many more structures are to be relaxed. */
  record More(int relaxations) {}

  /** What {@code resume --amend} does. */
  @PostMapping("/amend")
  SearchListing.Line amend(@PathVariable String name, @RequestBody Amendment amendment) {
    searches.service().entry(name);
    String settings = amendment.settings() == null ? "" : amendment.settings();
    return SearchListing.Line.of(searches.amend(name, settings));
  }

  /**
   * Sends a search back to its generations, be it that it has ended or waits for approval: whatever
   * ended them counts anew.
   */
  @PostMapping("/search-on")
  ResponseEntity<Object> searchOn(@PathVariable String name, @RequestBody More more) {
    searches.service().entry(name);
    if (more.relaxations() < 1 || more.relaxations() > MOST) {
      return ResponseEntity.status(HttpStatus.BAD_REQUEST)
          .body(
              Problem.of("relaxations: %d is outside 1 to %d".formatted(more.relaxations(), MOST)));
    }
    String settings = searches.service().searchingOn(name, more.relaxations());
    return ResponseEntity.ok(SearchListing.Line.of(searches.amend(name, settings)));
  }
}
