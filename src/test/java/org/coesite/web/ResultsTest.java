package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.StructureFile;
import org.coesite.search.ReferenceFiles;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary.Best;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs read of a search. */
class ResultsTest {

  private static final String SETTINGS =
      """
      seed: 3
      composition: SiO2
      formulaUnits: [1, 2]
      potential: sio2-bks-rep
      generation: {size: 8}
      stop: {relaxations: 16}
      """;

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void search() throws Exception {
    server = new TestServer(directory);
    server
        .service()
        .start(
            server.settings(SETTINGS, "small"),
            "small",
            ReferenceFiles.read(List.of(Path.of("examples/silica/references/stishovite.cif"))));
    assertThat(server.service().await("small", Duration.ofMinutes(2)))
        .isEqualTo(SearchState.FINISHED);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> ask(String path) throws Exception {
    return server.send(server.asAdministrator("/api/" + path));
  }

  private static JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = ask(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  private static Best best() {
    return server.service().summary("small").best().get(0);
  }

  @Test
  void an_overview_tells_how_far_each_search_is() throws Exception {
    JsonNode search = get("overview").at("/searches/0");

    assertThat(search.at("/search").asText()).isEqualTo("small");
    assertThat(search.at("/progress/state").asText()).isEqualTo("FINISHED");
    assertThat(search.at("/progress/bestEnergyPerFormula").asDouble())
        .isCloseTo(best().energyPerFormula(), within(1e-9));
    assertThat(search.at("/trend/0").asDouble())
        .as("falls until the best is found")
        .isGreaterThanOrEqualTo(search.at("/progress/bestEnergyPerFormula").asDouble());
    assertThat(search.at("/secondsLeft").isNull()).isTrue();
    assertThat(get("searches/small/progress")).isEqualTo(search);
  }

  @Test
  void unique_structures_are_listed_lowest_first_with_the_known_phase_they_are() throws Exception {
    JsonNode rows = get("searches/small/structures");

    assertThat(rows.at("/found").asInt())
        .isEqualTo(server.service().population("small").phases().size());
    assertThat(rows.at("/structures/0/structure").asText()).isEqualTo(best().structure());
    assertThat(rows.at("/structures/0/above").asDouble()).isZero();
    assertThat(rows.at("/structures").findValuesAsText("phase")).contains("stishovite");
    assertThat(get("searches/small/structures?limit=1").at("/structures")).hasSize(1);
  }

  @Test
  void the_diagram_has_a_point_for_each_structure_that_relaxed() throws Exception {
    JsonNode diagram = get("searches/small/diagram");

    assertThat(diagram.at("/points")).hasSize(server.service().diagram("small").size());
    assertThat(diagram.at("/points").findValuesAsText("structure")).contains(best().structure());
    assertThat(diagram.at("/running")).isEmpty();
  }

  @Test
  void a_structure_comes_with_its_crystal_and_its_story() throws Exception {
    JsonNode structure = get("searches/small/structures/" + best().structure());

    assertThat(structure.at("/relaxed/cell/a").asDouble())
        .isCloseTo(best().lattice().a(), within(1e-9));
    assertThat(structure.at("/phase/hits").asInt()).isEqualTo(best().hits());
    assertThat(structure.at("/story/attempts/0/ionicSteps").size()).isGreaterThan(3);
    assertThat(structure.at("/story/origin/operator").asText()).isEqualTo(best().operator());
    assertThat(structure.at("/refined").isNull()).isTrue();
    assertThat(structure.at("/references/0").asText()).isEqualTo("stishovite");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cif", "vasp", "xyz"})
  void a_crystal_is_sent_as_a_file_that_reads_back(String ending) throws Exception {
    HttpResponse<String> answer =
        ask("searches/small/structures/" + best().structure() + "/file." + ending);

    Structure read = StructureFile.parse("read." + ending, answer.body());
    Structure kept = server.service().relaxed("small", best().structure()).orElseThrow();
    assertThat(read.composition()).isEqualTo(kept.composition());
    assertThat(read.volumePerAtom()).isCloseTo(kept.volumePerAtom(), within(1e-4));
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .contains("small-" + best().structure() + "." + ending);
  }

  @Test
  void a_structure_is_at_no_distance_from_itself_and_at_some_from_others() throws Exception {
    String id = best().structure();

    JsonNode same = get("searches/small/compare?a=%s&b=%s".formatted(id, id));
    JsonNode other = get("searches/small/compare?a=%s&b=reference:stishovite".formatted(id));

    assertThat(same.at("/oganovValle").asDouble()).isCloseTo(0, within(1e-9));
    assertThat(other.at("/spaceGroups/1/number").asInt()).isEqualTo(136);
    assertThat(other.at("/sameVolume").asDouble()).isBetween(0.0, 1.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "searches/none/structures",
        "searches/none/progress",
        "searches/small/structures/g999s00",
        "searches/small/structures/g999s00/file.cif",
        "searches/small/compare?a=g999s00&b=g000s00",
        "searches/small/structures/g000s00/files/screen/1/input.gin"
      })
  void what_is_not_there_is_not_found(String path) throws Exception {
    HttpResponse<String> answer = ask(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("message");
  }

  @Test
  void the_interface_describes_itself_with_examples_that_have_the_keys_of_real_answers()
      throws Exception {
    JsonNode paths = get("openapi").at("/paths");

    assertThat(paths.at("/~1api~1searches~1{name}~1progress/get/summary").asText())
        .isEqualTo("One search.");
    for (String path :
        List.of(
            "/searches",
            "/searches/{name}/progress",
            "/searches/{name}/structures",
            "/searches/{name}/diagram")) {
      JsonNode example =
          paths
              .path("/api" + path)
              .at("/get/responses/200/content")
              .elements()
              .next()
              .at("/example");
      assertThat(keys(example))
          .as(path)
          .isEqualTo(keys(get(path.substring(1).replace("{name}", "small"))));
    }
  }

  /** Names of all fields, those of the first element for lists. */
  private static String keys(JsonNode node) {
    StringBuilder keys = new StringBuilder();
    node.properties()
        .forEach(
            field ->
                keys.append(field.getKey()).append('{').append(keys(field.getValue())).append('}'));
    return node.isArray() && !node.isEmpty() && node.get(0).isObject()
        ? '[' + keys(node.get(0)) + ']'
        : keys.toString();
  }

  @Test
  void the_examples_that_need_nothing_else_can_be_started_as_they_are() throws Exception {
    JsonNode examples = get("examples").at("/examples");

    assertThat(examples.findValuesAsText("name"))
        .contains("silica", "silica-refined", "spinel", "silica-mlip", "silica-paper");
    for (JsonNode example : examples) {
      if (List.of("silica", "spinel").contains(example.at("/name").asText())) {
        assertThat(example.at("/references").size()).isPositive();
        HttpResponse<String> checked =
            server.post(
                server.asAdministrator("/api/settings/check"),
                Map.of(
                    "settings", example.at("/settings"), "references", example.at("/references")));
        assertThat(new ObjectMapper().readTree(checked.body()).at("/search/name").asText())
            .as(checked.body())
            .isEqualTo(example.at("/name").asText());
      }
    }
  }

  @Test
  void a_forecast_tells_what_the_screening_will_cost() throws Exception {
    HttpResponse<String> answer =
        server.post(server.asAdministrator("/api/settings/forecast"), Map.of("settings", SETTINGS));

    JsonNode cost = new ObjectMapper().readTree(answer.body()).at("/cost");
    assertThat(cost.at("/sample").asInt()).isPositive();
    assertThat(cost.at("/cpuSeconds").asDouble())
        .isCloseTo(16 * cost.at("/secondsPerRelaxation").asDouble(), within(1e-9));
  }
}
