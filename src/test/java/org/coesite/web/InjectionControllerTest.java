package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.coesite.evolution.OperatorName;
import org.coesite.evolution.Origin;
import org.coesite.search.SearchState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InjectionControllerTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  private static final String SETTINGS =
      """
      composition: SiO2
      potential: sio2-bks-rep
      relaxed: {volumePerAtom: [6, 30]}
      generation: {size: 4}
      stop: {relaxations: 100000, generations: 10000, repeats: 10000, withoutNewMinimum: 100000}
      """;

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void begin_a_search_without_an_end() throws Exception {
    server = new TestServer(directory);
    server.service().start(server.settings(SETTINGS, "long"), "long", List.of());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> inject(String search, Map<String, String> structure)
      throws Exception {
    return server.post(server.asAdministrator("/api/searches/" + search + "/inject"), structure);
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  private static String fluorite() throws IOException {
    return Files.readString(Path.of("examples/silica-refined/references/fluorite-type.cif"));
  }

  @Test
  void a_structure_is_given_to_a_search_that_runs() throws Exception {
    HttpResponse<String> answer =
        inject("long", Map.of("name", "fluorite-type.cif", "content", fluorite()));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).at("/number").asInt()).isEqualTo(1);
    Awaitility.await().atMost(LONG).until(() -> !given().isEmpty());
    assertThat(server.service().stopEarly("long", "enough")).isTrue();
    assertThat(server.service().await("long", LONG)).isEqualTo(SearchState.STOPPED);

    assertThat(given())
        .singleElement()
        .satisfies(
            origin ->
                assertThat(origin.draws())
                    .containsEntry("file", "fluorite-type.cif")
                    .containsEntry("injectedBy", "admin"));
    assertThat(server.service().verify("long").problems()).isEmpty();
  }

  /** Where the ranked structures came from that people gave. */
  private static List<Origin> given() {
    return server.service().origins("long").values().stream()
        .filter(origin -> origin.operator() == OperatorName.INJECTED)
        .toList();
  }

  @Test
  void what_does_not_fit_is_refused_with_its_place() throws Exception {
    HttpResponse<String> broken =
        inject("long", Map.of("name", "a.cif", "content", "data_x\n_cell_length_a big\n"));
    HttpResponse<String> nameless = inject("long", Map.of("content", fluorite()));
    HttpResponse<String> missing =
        inject("none", Map.of("name", "fluorite-type.cif", "content", fluorite()));

    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(json(broken).at("/message").asText()).startsWith("a.cif: ");
    assertThat(nameless.statusCode()).isEqualTo(400);
    assertThat(missing.statusCode()).isEqualTo(404);
  }
}
