package org.coesite.web;

import java.util.List;
import org.coesite.search.SearchEntry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How far searches are. */
@RestController
class OverviewController {

  private final Searches searches;

  OverviewController(Searches searches) {
    this.searches = searches;
  }

  /** Searches by the keys of the JSON. */
  record Overview(List<SearchOutline> searches) {}

  /** All searches, the newest first. */
  @GetMapping("/api/overview")
  Overview overview() {
    List<SearchEntry> entries = searches.service().list();
    return new Overview(
        entries.stream()
            .sorted((a, b) -> b.created().compareTo(a.created()))
            .map(entry -> SearchOutline.of(entry, searches.service()))
            .toList());
  }

  /** One search. */
  @GetMapping("/api/searches/{name}/progress")
  SearchOutline progress(@PathVariable String name) {
    return SearchOutline.of(searches.service().entry(name), searches.service());
  }
}
