package org.coesite.web;

import java.util.List;
import org.coesite.search.DiagramPoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The points of the energy–fitness diagram. */
@RestController
class DiagramController {

  private final Searches searches;

  DiagramController(Searches searches) {
    this.searches = searches;
  }

  /**
   * The diagram by the keys of the JSON.
   *
   * @param points of ranked generations, by generation and position
   * @param running of the generation that is under way; its positions still change
   */
  record View(List<DiagramPoint> points, List<DiagramPoint> running) {}

  @GetMapping("/api/searches/{name}/diagram")
  View diagram(@PathVariable String name) {
    return new View(searches.service().diagram(name), searches.service().runningDiagram(name));
  }
}
