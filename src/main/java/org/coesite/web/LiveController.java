package org.coesite.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens in a search, as it happens. */
@RestController
class LiveController {

  private final Searches searches;
  private final LiveFeed feed;

  LiveController(Searches searches, LiveFeed feed) {
    this.searches = searches;
    this.feed = feed;
  }

  /**
   * Server-sent events: {@code outline}, {@code running}, {@code steps} and {@code incidents} when
   * they change, {@code ranked} with the points of new generations, {@code log} with new events.
   * The id of each tells what a page has; a browser that connects again sends it, and gets the
   * rest.
   *
   * @param generation first generation whose points are wanted
   * @param event number of the last event that is known
   */
  @GetMapping(value = "/api/searches/{name}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter live(
      @PathVariable String name,
      @RequestParam(defaultValue = "0") int generation,
      @RequestParam(defaultValue = "0") long event,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
    searches.service().entry(name);
    return feed.watch(name, LivePosition.of(last).orElse(new LivePosition(generation, event)));
  }
}
