package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coesite.search.SearchState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IncidentsControllerTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  private static final String SETTINGS =
      """
      seed: 3
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 4}
      stop: {relaxations: 6}
      """;

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void serve() throws Exception {
    server = new TestServer(directory);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode incidents(String search) throws Exception {
    HttpResponse<String> answer =
        server.send(server.asAdministrator("/api/searches/" + search + "/incidents"));
    return new ObjectMapper().readTree(answer.body()).at("/incidents");
  }

  private static HttpResponse<String> retry(String search, String incident) throws Exception {
    return server.send(
        server
            .asAdministrator("/api/searches/" + search + "/incidents/" + incident + "/retry")
            .POST(BodyPublishers.noBody()));
  }

  @Test
  void an_incident_is_tried_again_once_its_cause_is_mended() throws Exception {
    Path inTheWay =
        Files.createFile(Files.createDirectory(directory.resolve("small")).resolve("report"));
    server.service().start(server.settings(SETTINGS, "small"), "small", List.of());
    assertThat(server.service().await("small", LONG)).isEqualTo(SearchState.INCIDENT);

    JsonNode incident = incidents("small").at("/0");
    assertThat(incident.at("/model").asText()).isEqualTo("structure-search");
    assertThat(incident.at("/step").asText()).isEqualTo("report");
    assertThat(incident.at("/message").asText()).contains("report");
    assertThat(Instant.parse(incident.at("/since").asText())).isBefore(Instant.now());

    Files.delete(inTheWay);
    HttpResponse<String> answer = retry("small", incident.at("/id").asText());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(server.service().await("small", LONG)).isEqualTo(SearchState.FINISHED);
    assertThat(incidents("small")).isEmpty();
    assertThat(retry("small", incident.at("/id").asText()).statusCode()).isEqualTo(404);
  }

  @Test
  void incidents_of_no_search_are_not_found() throws Exception {
    assertThat(retry("none", "1").statusCode()).isEqualTo(404);
  }
}
