package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.coesite.search.SearchState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepsControllerTest {

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
  static void run_a_search() throws Exception {
    server = new TestServer(directory);
    server.service().start(server.settings(SETTINGS, "small"), "small", List.of());
    assertThat(server.service().await("small", Duration.ofMinutes(2)))
        .isEqualTo(SearchState.FINISHED);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return server.send(server.asAdministrator(path));
  }

  @Test
  void steps_are_told_with_their_counts() throws Exception {
    JsonNode steps = new ObjectMapper().readTree(get("/api/searches/small/steps").body());

    JsonNode rank =
        StreamSupport.stream(steps.at("/steps").spliterator(), false)
            .filter(step -> step.at("/activity").asText().equals("rank"))
            .findFirst()
            .orElseThrow();
    assertThat(rank.at("/model").asText()).isEqualTo("generation");
    assertThat(rank.at("/name").asText()).isEqualTo("Rank");
    assertThat(rank.at("/active").asInt()).isZero();
    assertThat(rank.at("/completed").asInt())
        .isEqualTo(server.service().summary("small").generations());
    assertThat(rank.at("/incidents").asInt()).isZero();
  }

  @Test
  void models_are_sent_as_they_were_deployed() throws Exception {
    HttpResponse<String> answer = get("/api/searches/small/models/structure-search");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/xml");
    assertThat(answer.body()).isEqualToIgnoringWhitespace(model());
  }

  private static String model() throws Exception {
    return Files.readString(Path.of("processes/structure-search.bpmn"));
  }

  @Test
  void what_is_not_there_is_not_found() throws Exception {
    assertThat(get("/api/searches/none/steps").statusCode()).isEqualTo(404);
    assertThat(get("/api/searches/none/models/generation").statusCode()).isEqualTo(404);
    assertThat(get("/api/searches/small/models/nothing").statusCode()).isEqualTo(404);
    assertThat(get("/api/searches/small/models/nothing").body())
        .contains("search 'small' runs no model 'nothing'");
  }
}
