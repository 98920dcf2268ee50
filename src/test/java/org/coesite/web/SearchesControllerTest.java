package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.coesite.search.ReferenceFiles;
import org.coesite.search.SearchState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchesControllerTest {

  private static final Duration LONG = Duration.ofMinutes(2);

  private static final String SETTINGS =
      """
      seed: 3
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 4}
      stop: {relaxations: 6}
      """;

  private static final String LONG_SEARCH =
      """
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 4}
      stop: {relaxations: 100000, generations: 10000, repeats: 10000, withoutNewMinimum: 100000}
      """;

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void start_a_search_and_wait_for_its_end() throws Exception {
    server = new TestServer(directory);
    String quartz = Files.readString(Path.of("examples/silica/references/alpha-quartz.cif"));
    HttpResponse<String> started =
        start(
            Map.of(
                "settings",
                SETTINGS,
                "name",
                "small",
                "references",
                Map.of("alpha-quartz.cif", quartz)));
    assertThat(started.statusCode()).isEqualTo(201);
    assertThat(started.headers().firstValue("Location")).contains("/api/searches/small");
    assertThat(json(started).at("/state").asText()).isEqualTo("RUNNING");
    assertThat(server.service().await("small", LONG)).isEqualTo(SearchState.FINISHED);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> start(Object request) throws Exception {
    return server.post(server.asAdministrator("/api/searches"), request);
  }

  private static HttpResponse<String> order(String path) throws Exception {
    return server.send(server.asAdministrator(path).POST(BodyPublishers.noBody()));
  }

  private static JsonNode get(String path) throws Exception {
    return json(server.send(server.asAdministrator(path)));
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  @Test
  void a_search_ends_with_the_result_that_it_has_everywhere() throws Exception {
    server
        .service()
        .start(
            server.settings(SETTINGS, "elsewhere"),
            "elsewhere",
            ReferenceFiles.read(List.of(Path.of("examples/silica/references/alpha-quartz.cif"))));
    assertThat(server.service().await("elsewhere", LONG)).isEqualTo(SearchState.FINISHED);

    JsonNode summary = get("/api/searches/small");

    assertThat(summary.at("/state").asText()).isEqualTo("FINISHED");
    assertThat(summary.at("/populationHash").asText())
        .isEqualTo(server.service().summary("elsewhere").populationHash());
    assertThat(summary.at("/best/0/references/0/name").asText()).isEqualTo("alpha-quartz");
  }

  @Test
  void searches_are_listed() throws Exception {
    assertThat(get("/api/searches").at("/searches/0/search").asText()).isEqualTo("small");
    assertThat(get("/api/searches").at("/searches/0/state").asText()).isEqualTo("FINISHED");
  }

  @ParameterizedTest
  @CsvSource({
    "table.md, text/plain;charset=UTF-8",
    "summary.json, application/json",
    "energy-fitness.svg, image/svg+xml",
    "energy-fitness.png, image/png"
  })
  void files_of_the_report_are_sent(String file, String type) throws Exception {
    HttpResponse<String> answer =
        server.send(server.asAdministrator("/api/searches/small/report/" + file));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(type);
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("sandbox");
  }

  @Test
  void structures_are_sent_from_the_folder_below() throws Exception {
    Path folder = directory.resolve("small/report/structures");
    String file;
    try (Stream<Path> files = Files.list(folder)) {
      file = files.findFirst().orElseThrow().getFileName().toString();
    }

    assertThat(
            server
                .send(server.asAdministrator("/api/searches/small/report/structures/" + file))
                .body())
        .contains("_cell_length_a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../worker.secret",
        "..%2f..%2fworker.secret",
        "%2e%2e/%2e%2e/worker.secret",
        "structures/../../../worker.secret",
        "structures",
        "linked.txt",
        "nothing.md",
        ""
      })
  void no_other_file_is_sent(String file) throws Exception {
    Path link = directory.resolve("small/report/linked.txt");
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, directory.resolve("worker.secret"));
    }

    HttpResponse<String> answer =
        server.send(server.asAdministrator("/api/searches/small/report/" + file));

    assertThat(answer.statusCode()).isIn(400, 404);
  }

  @Test
  void a_mistake_in_the_settings_is_answered_with_its_place() throws Exception {
    HttpResponse<String> answer =
        start(Map.of("name", "bad", "settings", SETTINGS + "relaxation:\n  maxForce: -1\n"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).at("/message").asText())
        .startsWith("search.yaml:7: relaxation.maxForce: ");
    assertThat(json(answer).at("/line").asInt()).isEqualTo(7);
    assertThat(json(answer).at("/column").asInt()).isEqualTo(3);
    assertThat(json(answer).at("/key").asText()).isEqualTo("relaxation.maxForce");
    assertThat(get("/api/searches").toString()).doesNotContain("bad");
  }

  @Test
  void settings_cannot_name_files_of_the_server() throws Exception {
    HttpResponse<String> answer =
        start(Map.of("name", "bad", "settings", SETTINGS + "references: /etc/passwd\n"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).at("/key").asText()).isEqualTo("references");
    assertThat(answer.body()).doesNotContain("root:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$(touch x)",
        "a;touch x",
        "a\ntouch x",
        "`touch x`",
        "../x",
        "..",
        "a/b",
        "a|b",
        "-rf",
        "a b",
        "a'b",
        "a\"b"
      })
  void names_that_mean_something_to_a_shell_or_a_file_system_are_refused(String name)
      throws Exception {
    HttpResponse<String> answer = start(Map.of("name", name, "settings", SETTINGS));
    HttpResponse<String> inSettings =
        start(
            Map.of(
                "settings",
                "name: " + new ObjectMapper().writeValueAsString(name) + "\n" + SETTINGS));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("cannot name a search");
    assertThat(inSettings.statusCode()).isEqualTo(400);
    assertThat(inSettings.body()).contains("cannot name a search");
    assertThat(Path.of("x")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../quartz.cif", "a/b.cif", "a\nb.cif", "a\\b.cif", ""})
  void names_of_references_that_are_no_names_of_files_are_refused(String file) throws Exception {
    HttpResponse<String> answer =
        start(Map.of("name", "bad", "settings", SETTINGS, "references", Map.of(file, "data_x")));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "screen: $(touch x)",
        "run: {embedded: {execution: '; touch x'}}",
        "run: {embedded: {execution: slurm, slurm: {'mem;touch x': 1}}}",
        "run: {embedded: {execution: slurm, slurm: {wrap: touch x}}}",
        "run: {embedded: {execution: slurm, slurm: {comment: \"a\\ntouch x\"}}}",
        "relaxation: {maxTime: '$(touch x)'}",
        "stages: ['../../x', sio2-bks-rep]"
      })
  void settings_of_calculators_and_schedulers_that_are_none_are_refused(String line)
      throws Exception {
    HttpResponse<String> answer = start(Map.of("name", "bad", "settings", SETTINGS + line + "\n"));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).at("/line").asInt()).isEqualTo(6);
    assertThat(Path.of("x")).doesNotExist();
  }

  @Test
  void a_taken_name_and_a_missing_search_are_told_apart() throws Exception {
    assertThat(start(Map.of("name", "small", "settings", SETTINGS)).statusCode()).isEqualTo(400);
    assertThat(server.send(server.asAdministrator("/api/searches/none")).statusCode())
        .isEqualTo(404);
    assertThat(order("/api/searches/none/resume").statusCode()).isEqualTo(404);
    assertThat(start("no object").statusCode()).isEqualTo(400);
  }

  @Test
  void a_search_is_stopped_early_and_says_by_whom() throws Exception {
    assertThat(start(Map.of("name", "long", "settings", LONG_SEARCH)).statusCode()).isEqualTo(201);

    await().atMost(LONG).until(() -> server.service().progress("long").relaxationsDone() > 0);

    assertThat(order("/api/searches/long/stop-early").statusCode()).isEqualTo(200);

    assertThat(server.service().await("long", LONG)).isEqualTo(SearchState.STOPPED);
    assertThat(get("/api/searches/long").at("/stop").asText()).isEqualTo("stopped early by admin");
    assertThat(order("/api/searches/long/stop-early").statusCode()).isEqualTo(409);
  }

  @Test
  void what_waits_for_nobody_cannot_be_approved_or_declined() throws Exception {
    assertThat(order("/api/searches/small/approve").statusCode()).isEqualTo(409);
    assertThat(order("/api/searches/small/decline").statusCode()).isEqualTo(409);
    assertThat(json(order("/api/searches/small/resume")).at("/state").asText())
        .isEqualTo("FINISHED");
  }

  @Test
  void a_model_that_could_run_code_is_refused_with_the_id_of_its_element() throws Exception {
    HttpResponse<String> answer =
        server.deploy(
            server.asAdministrator("/engine-rest/deployment/create"),
            "evil.bpmn",
            """
            <definitions targetNamespace="mine"
                xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
              <process id="evil" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="start"/>
                <sequenceFlow id="flow" sourceRef="start" targetRef="run-this"/>
                <scriptTask id="run-this" scriptFormat="juel"><script>${1}</script></scriptTask>
              </process>
            </definitions>
            """);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).at("/message").asText()).contains("element 'run-this' has");
    assertThat(json(answer).at("/details/evil.bpmn/errors/0/mainElementId").asText())
        .isEqualTo("run-this");
    assertThat(get("/engine-rest/process-definition?key=evil")).isEmpty();
  }
}
