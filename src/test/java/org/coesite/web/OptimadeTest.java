package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.coesite.evolution.Phase;
import org.coesite.search.SearchState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptimadeTest {

  private static final String V1 = "/optimade/v1";

  private static final List<String> SEARCHES = List.of("silica", "titania.2");

  private static final Duration LONG = Duration.ofMinutes(2);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "silica",
          """
          seed: 3
          composition: Si2O4
          potential: sio2-bks-rep
          generation: {size: 4}
          stop: {relaxations: 12}
          """,
          "titania.2",
          """
          seed: 1
          composition: Ti2O4
          potential: tio2-matsui
          generation: {size: 4}
          stop: {relaxations: 12}
          """);

  private static final String VALIDATOR = "optimade-validator";

  @TempDir static Path directory;
  private static TestServer server;

  @BeforeAll
  static void run_two_searches() throws Exception {
    server = new TestServer(directory);
    for (String name : SEARCHES) {
      server.service().start(server.settings(SETTINGS.get(name), name), name, List.of());
      assertThat(server.service().await(name, LONG)).isEqualTo(SearchState.FINISHED);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<String> send(String path) throws Exception {
    return server.send(server.asAdministrator(path));
  }

  private static JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = send(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.api+json");
    return new ObjectMapper().readTree(answer.body());
  }

  private static JsonNode filtered(String filter) throws Exception {
    return get(V1 + "/structures?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8));
  }

  private static List<String> ids(JsonNode answer) {
    return StreamSupport.stream(answer.at("/data").spliterator(), false)
        .map(entry -> entry.at("/id").asText())
        .toList();
  }

  @Test
  void every_phase_of_every_search_is_an_entry() throws Exception {
    List<String> expected = new ArrayList<>();
    for (String name : SEARCHES) {
      for (Phase phase : server.service().population(name).phases()) {
        expected.add(name + ":" + phase.id());
      }
    }

    JsonNode answer = get(V1 + "/structures");

    assertThat(expected).hasSizeGreaterThan(6);
    assertThat(ids(answer)).containsExactlyElementsOf(expected);
    assertThat(answer.at("/meta/data_returned").asInt()).isEqualTo(expected.size());
    assertThat(answer.at("/meta/data_available").asInt()).isEqualTo(expected.size());
    assertThat(answer.at("/meta/more_data_available").asBoolean()).isFalse();
    assertThat(answer.at("/links/next").isNull()).isTrue();
  }

  @Test
  void an_entry_tells_what_the_search_found() throws Exception {
    Phase phase = server.service().population("silica").phases().get(0);

    JsonNode entry = get(V1 + "/structures/silica:" + phase.id()).at("/data");

    JsonNode attributes = entry.at("/attributes");
    assertThat(entry.at("/id").asText()).isEqualTo("silica:" + phase.id());
    assertThat(attributes.at("/chemical_formula_reduced").asText()).isEqualTo("O2Si");
    assertThat(attributes.at("/nsites").asInt()).isEqualTo(6);
    assertThat(attributes.at("/cartesian_site_positions")).hasSize(6);
    assertThat(attributes.at("/lattice_vectors/2/2").asDouble())
        .isEqualTo(phase.relaxed().structure().lattice().c().z());
    assertThat(attributes.at("/space_group_it_number").asInt())
        .isEqualTo(phase.relaxed().spaceGroup().number());
    assertThat(attributes.at("/_coesite_energy_per_atom").asDouble())
        .isCloseTo(phase.energyPerAtom(), within(1e-12));
    assertThat(attributes.at("/_coesite_energy_above_lowest").asDouble()).isZero();
    assertThat(attributes.at("/_coesite_hits").asInt()).isEqualTo(phase.hits());
    assertThat(attributes.at("/_coesite_potential").asText()).isEqualTo("sio2-bks-rep");
    assertThat(attributes.at("/last_modified").asText()).matches("20\\d\\d-.*:\\d\\dZ");
  }

  @Test
  void an_id_may_come_escaped_and_one_that_is_not_there_gives_nothing() throws Exception {
    String id = server.service().population("titania.2").phases().get(0).id();

    assertThat(get(V1 + "/structures/titania.2%3A" + id).at("/data/id").asText())
        .isEqualTo("titania.2:" + id);
    assertThat(get(V1 + "/structures/titania.2:none").at("/data").isNull()).isTrue();
    assertThat(get(V1 + "/structures/none:none").at("/data").isNull()).isTrue();
  }

  @Test
  void filters_ask_across_searches() throws Exception {
    assertThat(ids(filtered("elements HAS \"Ti\"")))
        .isNotEmpty()
        .allMatch(id -> id.startsWith("titania.2:"));
    assertThat(ids(filtered("_coesite_energy_above_lowest = 0"))).hasSize(2);
    assertThat(filtered("nelements = 3").at("/meta/data_returned").asInt()).isZero();
  }

  @Test
  void properties_of_other_providers_match_nothing_and_are_warned_of() throws Exception {
    JsonNode answer = filtered("_exmpl_band_gap < 2");

    assertThat(answer.at("/data")).isEmpty();
    assertThat(answer.at("/meta/warnings/0/type").asText()).isEqualTo("warning");
    assertThat(answer.at("/meta/warnings/0/detail").asText()).contains("_exmpl_band_gap");
  }

  @Test
  void pages_follow_each_other_until_all_entries_have_come_once() throws Exception {
    List<String> all =
        ids(get(V1 + "/structures?sort=-_coesite_energy_per_atom,id&response_fields=id"));
    List<String> paged = new ArrayList<>();
    String next =
        server
            .address(
                V1
                    + "/structures?page_limit=3&response_fields=id"
                    + "&sort=-_coesite_energy_per_atom,id&filter=nelements%3D2%20AND%20id!=%22%25%22")
            .toString();
    while (next != null) {
      URI address = URI.create(next);
      JsonNode answer = get(address.getRawPath() + "?" + address.getRawQuery());
      assertThat(answer.at("/meta/data_returned").asInt()).isEqualTo(all.size());
      assertThat(answer.at("/data").size()).isBetween(1, 3);
      paged.addAll(ids(answer));
      next = answer.at("/links/next").textValue();
      assertThat(answer.at("/meta/more_data_available").asBoolean()).isEqualTo(next != null);
    }

    assertThat(paged).containsExactlyElementsOf(all);
    assertThat(new HashSet<>(paged)).hasSameSizeAs(all);
    assertThat(get(V1 + "/structures?page_offset=1000000").at("/data")).isEmpty();
  }

  @Test
  void entries_are_sorted_as_asked() throws Exception {
    JsonNode answer = get(V1 + "/structures?sort=-_coesite_hits,_coesite_volume_per_atom");

    List<JsonNode> entries = new ArrayList<>();
    answer.at("/data").forEach(entry -> entries.add(entry.at("/attributes")));
    for (int i = 1; i < entries.size(); i++) {
      int before = entries.get(i - 1).at("/_coesite_hits").asInt();
      int here = entries.get(i).at("/_coesite_hits").asInt();
      assertThat(before).isGreaterThanOrEqualTo(here);
      if (before == here) {
        assertThat(entries.get(i - 1).at("/_coesite_volume_per_atom").asDouble())
            .isLessThanOrEqualTo(entries.get(i).at("/_coesite_volume_per_atom").asDouble());
      }
    }
  }

  @Test
  void only_the_fields_asked_for_come_and_unknown_values_are_null() throws Exception {
    JsonNode attributes =
        get(V1 + "/structures?response_fields=nsites,immutable_id,_exmpl_x")
            .at("/data/0/attributes");

    assertThat(attributes).hasSize(3);
    assertThat(attributes.at("/nsites").asInt()).isEqualTo(6);
    assertThat(attributes.at("/immutable_id").isNull()).isTrue();
    assertThat(attributes.at("/_exmpl_x").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/structures?filter=nelements%3D|400|filter, character 11: expected a value, found the end",
        "/structures?filter=crazyfield=2|400|there is no property 'crazyfield'",
        "/structures?filter=nelements=%222%22|501|cannot be compared",
        "/structures?sort=elements|400|sort: 'elements'",
        "/structures?sort=id,|400|sort: ''",
        "/structures?page_limit=0|400|page_limit: '0' is no integer from 1",
        "/structures?page_limit=many|400|page_limit: 'many'",
        "/structures?page_limit=1001|403|page_limit: 1001 is above 1000",
        "/structures?page_offset=-1|400|page_offset: '-1' is no integer from 0",
        "/structures?page_number=2|400|page_number: pages here go by page_offset",
        "/structures?response_format=xml|400|response_format: 'xml'",
        "/structures?include=calculations|400|include: 'calculations'",
        "/structures?response_fields=colour|400|response_fields: there is no property 'colour'",
        "/structures/silica:none?response_format=xml|400|response_format: 'xml'",
        "/references|404|there is nothing at /optimade/v1/references",
        "/versions|404|there is nothing at",
        "/v123123/info|404|there is nothing at",
        "0/info|553|only version 1 is served"
      })
  void what_will_not_do_is_answered_with_an_error_object(
      String request, int status, String complaint) throws Exception {
    HttpResponse<String> answer = send(V1 + request);

    JsonNode error = new ObjectMapper().readTree(answer.body());
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.api+json");
    assertThat(error.at("/errors/0/status").asText()).isEqualTo(String.valueOf(status));
    assertThat(error.at("/errors/0/detail").asText()).contains(complaint);
    assertThat(error.at("/meta/api_version").asText()).isEqualTo("1.2.0");
    assertThat(error.has("data")).isFalse();
  }

  @Test
  void versions_are_told_beside_the_versioned_address() throws Exception {
    HttpResponse<String> answer = send("/optimade/versions");

    assertThat(answer.body()).isEqualTo("version\n1\n");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;header=present");
  }

  @Test
  void every_property_in_an_answer_is_described() throws Exception {
    JsonNode properties = get(V1 + "/info/structures").at("/data/properties");
    JsonNode attributes = get(V1 + "/structures").at("/data/0/attributes");

    assertThat(attributes.fieldNames())
        .toIterable()
        .allMatch(properties::has)
        .contains("_coesite_search", "lattice_vectors");
    assertThat(properties.at("/_coesite_energy_per_atom/x-optimade-unit").asText())
        .isEqualTo("electronvolt");
    assertThat(properties.at("/lattice_vectors/items/items/x-optimade-unit").asText())
        .isEqualTo("angstrom");
    assertThat(properties.at("/lattice_vectors/x-optimade-implementation/query-support").asText())
        .isEqualTo("none");
    assertThat(properties.at("/elements/sortable").asBoolean()).isFalse();
    assertThat(properties.at("/nsites/sortable").asBoolean()).isTrue();
  }

  @Test
  void whatever_is_called_sortable_can_be_sorted_by() throws Exception {
    JsonNode properties = get(V1 + "/info/structures").at("/data/properties");
    for (String name : (Iterable<String>) properties::fieldNames) {
      int expected = properties.get(name).get("sortable").asBoolean() ? 200 : 400;
      assertThat(send(V1 + "/structures?sort=-" + name).statusCode()).as(name).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/versions", "/v1/info", "/v1/structures", "/v1/structures/silica:x"})
  void nothing_is_told_to_who_has_no_password(String path) throws Exception {
    HttpResponse<String> answer = server.send(server.request("/optimade" + path));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"coesite\"");
    assertThat(server.send(server.asWorker("/optimade" + path)).statusCode()).isEqualTo(403);
  }

  /** The seed decides which entry and which fields it asks for. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void the_validator_of_the_consortium_finds_nothing_wrong(int seed) throws Exception {
    String headers =
        new ObjectMapper()
            .writeValueAsString(
                Map.of(
                    "Authorization",
                    TestServer.basic(TestServer.ADMINISTRATOR, TestServer.PASSWORD)));
    ProcessBuilder command =
        new ProcessBuilder(
                VALIDATOR,
                "--json",
                "--random-seed",
                String.valueOf(seed),
                "--headers",
                headers,
                server.address("/optimade/v1").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    command.environment().put("NO_PROXY", "127.0.0.1");
    Process validator = started(command);
    String output = new String(validator.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    int exitCode = validator.waitFor();
    JsonNode results = new ObjectMapper().readTree(output);
    assertThat(results.at("/failure_messages")).as(output).isEmpty();
    assertThat(results.at("/internal_failure_messages")).as(output).isEmpty();
    assertThat(results.at("/optional_failure_messages")).as(output).isEmpty();
    assertThat(exitCode).isZero();
    assertThat(results.at("/success_count").asInt()).isGreaterThan(30);
    assertThat(results.at("/optional_success_count").asInt()).isGreaterThan(5);
  }

  private static Process started(ProcessBuilder command) {
    try {
      return command.start();
    } catch (IOException missing) {
      return fail(
          VALIDATOR + " is needed: python3 -m pip install optimade==1.5.0, or ./check", missing);
    }
  }
}
