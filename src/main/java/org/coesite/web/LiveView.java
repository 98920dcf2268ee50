package org.coesite.web;

import java.util.List;
import org.coesite.search.DiagramPoint;
import org.coesite.search.SearchEvent;
import org.coesite.search.SearchIncident;
import org.coesite.search.SearchService;
import org.coesite.search.SearchStep;
import org.jspecify.annotations.Nullable;

/** A search at one moment; what only some pages lack is read when the first of them asks. */
final class LiveView {

  private final SearchService service;
  private final String search;
  private final SearchOutline outline;
  private final List<DiagramPoint> running;
  private final List<SearchStep> steps;
  private final List<SearchIncident> incidents;
  private final int ranked;
  private @Nullable List<DiagramPoint> diagram;

  LiveView(SearchService service, String search) {
    this.service = service;
    this.search = search;
    this.outline = SearchOutline.of(service.entry(search), service);
    // Before the running ones: a generation that is ranked in between is shown twice, not never.
    this.ranked = service.rankedGenerations(search);
    this.running = service.runningDiagram(search);
    this.steps = service.steps(search);
    this.incidents = service.incidents(search);
  }

  SearchOutline outline() {
    return outline;
  }

  List<DiagramPoint> running() {
    return running;
  }

  List<SearchStep> steps() {
    return steps;
  }

  List<SearchIncident> incidents() {
    return incidents;
  }

  /** How many generations are ranked. */
  int ranked() {
    return ranked;
  }

  /** Points of the generations from one on, as far as they are ranked. */
  List<DiagramPoint> pointsFrom(int generation) {
    if (diagram == null) {
      diagram = service.diagram(search);
    }
    return diagram.stream()
        .filter(point -> point.generation() >= generation && point.generation() < ranked)
        .toList();
  }

  List<SearchEvent> eventsAfter(long number) {
    return service.eventsAfter(search, number);
  }
}
