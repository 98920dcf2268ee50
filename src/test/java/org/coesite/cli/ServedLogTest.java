package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server says of its searches on standard error. */
class ServedLogTest {

  /** So few steps that some relaxations do not get there. */
  private static final String SETTINGS =
      """
      name: small
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 4}
      relaxation: {maxSteps: 40}
      stop: {relaxations: 8}
      """;

  @TempDir Path data;

  private String log(String... options) throws Exception {
    try (ServeProcess server = ServeProcess.start(data, options)) {
      server.password();
      String request = new ObjectMapper().writeValueAsString(Map.of("settings", SETTINGS));
      assertThat(server.post("/api/searches", request).statusCode()).isEqualTo(201);
      server.awaitEnd("small");
      server.terminate();
      return server.output();
    }
  }

  @Test
  void each_line_is_a_json_object_and_tells_search_generation_and_structure() throws Exception {
    Files.writeString(
        data.resolve("server.properties"),
        "logging.level.org.coesite.search.RelaxationAttempt=debug");
    List<JsonNode> lines = new ArrayList<>();
    for (String line : log("--log-format", "json").lines().toList()) {
      lines.add(json(line));
    }

    assertThat(lines)
        .allSatisfy(line -> assertThat(line.path("@timestamp").asText()).endsWith("Z"));
    assertThat(of(lines, "search started, structures are relaxed with embedded"))
        .allSatisfy(line -> assertThat(line.path("search").asText()).isEqualTo("small"))
        .hasSize(1);
    assertThat(of(lines, "generation 0"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.path("generation").asText()).isEqualTo("0"));
    assertThat(of(lines, "STEPS_SPENT"))
        .as("attempts where they are made, and what was decided about them")
        .isNotEmpty()
        .allSatisfy(
            line -> {
              assertThat(line.path("log.level").asText()).isEqualTo("INFO");
              assertThat(line.path("search").asText()).isEqualTo("small");
              assertThat(line.path("structure").asText())
                  .startsWith("g00" + line.path("generation").asText() + "s");
              assertThat(line.path("calculator").asText()).isEqualTo("embedded");
              assertThat(line.path("attempt").asText()).isNotEmpty();
            })
        .anyMatch(line -> line.path("message").asText().startsWith("attempt 1 with embedded"))
        .anyMatch(line -> line.path("message").asText().contains("; "));
    assertThat(of(lines, "relaxed with embedded in "))
        .as("what the settings of the server ask for")
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.path("log.level").asText()).isEqualTo("DEBUG"));
    assertThat(of(lines, "search ended: ")).hasSize(1);
    assertThat(of(lines, "serving on ")).hasSize(1);
    assertThat(of(lines, "stopped; searches go on")).hasSize(1);
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (JsonProcessingException none) {
      throw new AssertionError("no JSON: " + line, none);
    }
  }

  private static List<JsonNode> of(List<JsonNode> lines, String words) {
    return lines.stream().filter(line -> line.path("message").asText().contains(words)).toList();
  }

  @Test
  void people_read_the_same_with_search_generation_and_structure_in_brackets() throws Exception {
    assertThat(log().lines())
        .anyMatch(line -> line.startsWith("coesite: serving on "))
        .anyMatch(
            line -> line.matches("\\d\\d:\\d\\d:\\d\\d INFO  \\[small\\] \\S+: search started, .*"))
        .anyMatch(line -> line.matches("\\S+ INFO  \\[small 0\\] \\S+: generation 0.*"))
        .anyMatch(
            line ->
                line.matches(
                    "\\S+ INFO  \\[small (\\d) g00\\1s0\\d\\] \\S+: attempt 1 .*STEPS_SPENT.*"));
  }
}
