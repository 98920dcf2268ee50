package org.coesite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coesite.search.DiagramPoint;
import org.coesite.search.SearchEvent;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A page that watches a search, and what it has been told. */
final class Spectator {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  /** After so many looks without news a line is sent that browsers ignore, 15 s. */
  private static final int SILENT_LOOKS = 30;

  private final SseEmitter emitter;
  private final Map<String, String> told = new HashMap<>();
  private LivePosition position;
  private int silent;
  private boolean gone;

  Spectator(SseEmitter emitter, LivePosition position) {
    this.emitter = emitter;
    this.position = position;
  }

  /** Sends what has changed since the last look. */
  void tell(LiveView view) {
    silent++;
    try {
      sendIfChanged("outline", view.outline());
      sendIfChanged("steps", view.steps());
      sendIfChanged("incidents", view.incidents());
      if (view.ranked() > position.generation()) {
        List<DiagramPoint> points = view.pointsFrom(position.generation());
        position = new LivePosition(view.ranked(), position.event());
        send("ranked", text(points));
      }
      List<SearchEvent> events = view.eventsAfter(position.event());
      if (!events.isEmpty()) {
        long last = events.get(events.size() - 1).number();
        position = new LivePosition(position.generation(), last);
        send("log", text(events));
      }
      sendIfChanged("running", view.running());
      if (silent > SILENT_LOOKS) {
        silent = 0;
        emitter.send(SseEmitter.event().comment("still here"));
      }
    } catch (IOException | IllegalStateException closed) {
      // There is nobody left to tell; the server has noticed as well, and tidies up.
      gone = true;
    }
  }

  /** Whether its page was closed. */
  boolean isGone() {
    return gone;
  }

  private void sendIfChanged(String event, Object content) throws IOException {
    String text = text(content);
    if (!text.equals(told.put(event, text))) {
      send(event, text);
    }
  }

  private void send(String event, String text) throws IOException {
    silent = 0;
    emitter.send(SseEmitter.event().id(position.text()).name(event).data(text));
  }

  private static String text(Object content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException("what a page is told", failure);
    }
  }

  /** Ends the connection; a page that is still there connects again. */
  void leave() {
    emitter.complete();
  }
}
