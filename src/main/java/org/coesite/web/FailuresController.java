package org.coesite.web;

import java.util.List;
import org.coesite.report.AttemptView;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The attempts of a search that failed, with what was decided about each. */
@RestController
class FailuresController {

  private final Searches searches;

  FailuresController(Searches searches) {
    this.searches = searches;
  }

  /** Failures by the keys of the JSON. */
  record Failures(List<AttemptView> failures) {}

  /** All failed attempts, those of the same structure after one another. */
  @GetMapping("/api/searches/{name}/failures")
  Failures failures(@PathVariable String name) {
    return new Failures(searches.service().failures(name).stream().map(AttemptView::of).toList());
  }
}
