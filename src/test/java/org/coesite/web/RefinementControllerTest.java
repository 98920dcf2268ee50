package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coesite.search.ReferenceFiles;
import org.coesite.search.SearchState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefinementControllerTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  private static final String SETTINGS =
      """
      seed: 3
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 4}
      stop: {relaxations: 6}
      refine: embedded
      refinement: {protocol: sio2-bks-rep, approve: true, candidates: 1}
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

  private static void runToTheApproval(String search) throws Exception {
    server
        .service()
        .start(
            server.settings(SETTINGS, search),
            search,
            ReferenceFiles.read(List.of(Path.of("examples/silica/references/alpha-quartz.cif"))));
    assertThat(server.service().await(search, LONG)).isEqualTo(SearchState.INCIDENT);
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return server.send(server.asAdministrator(path));
  }

  private static HttpResponse<String> approve(String search, List<String> structures)
      throws Exception {
    return server.post(
        server.asAdministrator("/api/searches/" + search + "/approve"),
        Map.of("structures", structures));
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  @Test
  void a_plan_is_shown_and_a_part_of_it_approved() throws Exception {
    runToTheApproval("partly");
    JsonNode plan = json(get("/api/searches/partly/plan"));

    assertThat(plan.at("/waitsForApproval").asBoolean()).isTrue();
    assertThat(plan.at("/calculator").asText()).isEqualTo("embedded");
    assertThat(plan.at("/protocol").asText()).isEqualTo("sio2-bks-rep");
    assertThat(plan.at("/structures/0/id").asText()).matches("g\\d{3}s\\d\\d");
    assertThat(plan.at("/structures/0/aboveLowest").asDouble(-1)).isZero();
    assertThat(plan.at("/structures/1/id").asText()).isEqualTo("ref-alpha-quartz");
    assertThat(plan.at("/structures/1/knownPhase").asBoolean()).isTrue();
    assertThat(plan.at("/structures/1/spaceGroup/number").asInt()).isIn(152, 154);

    HttpResponse<String> unknown = approve("partly", List.of("ref-alpha-quartz", "g1"));
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(json(unknown).at("/message").asText())
        .startsWith("structure 2 of the choice, 'g1', is not planned to be refined");
    assertThat(approve("partly", List.of()).statusCode()).isEqualTo(400);

    assertThat(approve("partly", List.of("ref-alpha-quartz")).statusCode()).isEqualTo(200);
    assertThat(server.service().await("partly", LONG)).isEqualTo(SearchState.FINISHED);

    JsonNode summary = json(get("/api/searches/partly"));
    assertThat(summary.at("/refined/0/structure").asText()).isEqualTo("ref-alpha-quartz");
    assertThat(summary.at("/notRefined/0/standing").asText()).isEqualTo("DECLINED");
    assertThat(json(get("/api/searches/partly/plan")).at("/structures/0/declined").asText())
        .isNotEmpty();
    assertThat(approve("partly", List.of("ref-alpha-quartz")).statusCode()).isEqualTo(409);
  }

  @Test
  void a_choice_in_camundas_task_list_is_refused_with_the_reason_or_kept() throws Exception {
    runToTheApproval("tasklist");
    String task =
        json(get("/engine-rest/task?processInstanceBusinessKey=tasklist")).at("/0/id").asText();

    HttpResponse<String> unknown = submit(task, "ref-alpha-quartz, g1");
    HttpResponse<String> known = submit(task, "ref-alpha-quartz");

    assertThat(unknown.statusCode()).isGreaterThanOrEqualTo(400);
    assertThat(json(unknown).at("/message").asText())
        .contains("structure 2 of the choice, 'g1', is not planned to be refined");
    assertThat(known.statusCode()).isEqualTo(204);
    assertThat(server.service().await("tasklist", LONG)).isEqualTo(SearchState.FINISHED);
    assertThat(server.service().summary("tasklist").refined()).hasSize(1);
  }

  private static HttpResponse<String> submit(String task, String structures) throws Exception {
    return server.post(
        server.asAdministrator("/engine-rest/task/" + task + "/submit-form"),
        Map.of(
            "variables",
            Map.of("approved", Map.of("value", true), "structures", Map.of("value", structures))));
  }

  @Test
  void a_search_without_a_plan_has_none() throws Exception {
    server
        .service()
        .start(
            server.settings(SETTINGS.replaceAll("refine.*\\n", ""), "plain"), "plain", List.of());

    assertThat(get("/api/searches/plain/plan").statusCode()).isEqualTo(404);
    assertThat(get("/api/searches/none/plan").statusCode()).isEqualTo(404);
  }
}
