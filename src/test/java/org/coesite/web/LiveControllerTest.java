package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.coesite.search.SearchState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveControllerTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  private static final String SETTINGS =
      """
      seed: 3
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 4}
      stop: {relaxations: 8}
      """;

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void search() throws Exception {
    server = new TestServer(directory);
    server.service().start(server.settings(SETTINGS, "small"), "small", List.of());
    assertThat(server.service().await("small", LONG)).isEqualTo(SearchState.FINISHED);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private record Event(String id, String name, String data) {}

  /** Events from the first one up to the first one of a name. */
  private static List<Event> eventsUpTo(String last, HttpRequest.Builder request) throws Exception {
    HttpResponse<Stream<String>> answer =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofLines());
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    List<Event> events = new ArrayList<>();
    try (Stream<String> lines = answer.body()) {
      Iterator<String> line = lines.iterator();
      String id = "";
      String name = "";
      while (line.hasNext()) {
        String text = line.next();
        if (text.startsWith("id:")) {
          id = text.substring(3);
        } else if (text.startsWith("event:")) {
          name = text.substring(6);
        } else if (text.startsWith("data:")) {
          events.add(new Event(id, name, text.substring(5)));
          if (name.equals(last)) {
            return events;
          }
        }
      }
    }
    return events;
  }

  @Test
  void who_comes_anew_is_told_everything() throws Exception {
    List<Event> events = eventsUpTo("running", server.asAdministrator("/api/searches/small/live"));

    assertThat(events)
        .extracting(Event::name)
        .containsExactly("outline", "steps", "incidents", "ranked", "log", "running");
    assertThat(events.get(0).data()).contains("\"state\":\"FINISHED\"");
    assertThat(events.get(3).data()).contains("\"structure\":\"g000s00\"");
    assertThat(events.get(4).data()).contains("search ended");
  }

  @Test
  void who_comes_back_is_told_what_is_new_and_nothing_twice() throws Exception {
    List<Event> before = eventsUpTo("log", server.asAdministrator("/api/searches/small/live"));
    String last = before.get(before.size() - 1).id();

    List<Event> after =
        eventsUpTo(
            "running",
            server.asAdministrator("/api/searches/small/live").header("Last-Event-ID", last));

    assertThat(after)
        .extracting(Event::name)
        .containsExactly("outline", "steps", "incidents", "running");
  }

  @Test
  void generations_that_a_page_has_are_left_out() throws Exception {
    List<Event> events =
        eventsUpTo("log", server.asAdministrator("/api/searches/small/live?generation=1"));

    assertThat(events)
        .filteredOn(event -> event.name().equals("ranked"))
        .singleElement()
        .extracting(Event::data)
        .asString()
        .contains("\"generation\":1")
        .doesNotContain("\"generation\":0");
  }

  @Test
  void a_search_that_is_not_there_cannot_be_watched() throws Exception {
    assertThat(server.send(server.asAdministrator("/api/searches/none/live")).statusCode())
        .isEqualTo(404);
  }
}
