package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coesite.search.RefinedSearch;
import org.coesite.store.DataDirectory;
import org.coesite.store.SearchDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read a search with a refinement: audit and show. */
class AuditCommandTest {

  @TempDir static Path data;

  @BeforeAll
  static void keep_a_search() {
    try (SearchDatabase database = DataDirectory.openOrCreate(data)) {
      RefinedSearch.keep(database);
    }
  }

  @Test
  void every_attempt_has_a_line_and_a_failed_one_its_reason_and_decision() {
    CommandRun run = audit();

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("refined: 8 attempts at relaxations, 2 without a structure to rank\n")
        .containsPattern(
            "g000s00 +refine +1 +quantum-espresso 6.7 +node1/worker-2 +2026-03-01 10:00:00 "
                + "+2026-03-01 10:30:00 +FAILED +0\n"
                + "    KILLED: signal 9 ended pw.x; retry same\n")
        .containsPattern("g000s00 +refine +2 .* CONVERGED +1 +-326.50000\n")
        .contains("SCF_NOT_CONVERGED: 200 of 200 | iterations; discard\n");
  }

  @Test
  void the_audit_is_one_json_object() throws Exception {
    JsonNode json = audit("--json").json();

    assertThat(json.at("/search").asText()).isEqualTo("refined");
    assertThat(json.at("/attempts")).hasSize(8);
    JsonNode killed = json.at("/attempts/2");
    assertThat(killed.fieldNames())
        .toIterable()
        .containsExactly(
            "structure",
            "purpose",
            "attempt",
            "calculator",
            "version",
            "host",
            "worker",
            "started",
            "ended",
            "cpuSeconds",
            "status",
            "reason",
            "message",
            "decision",
            "nextCalculator",
            "decisions",
            "energy",
            "energyPerAtom",
            "settings",
            "activity",
            "inputSha256",
            "outputSha256",
            "steps");
    assertThat(killed.at("/reason").asText()).isEqualTo("KILLED");
    assertThat(killed.at("/decision").asText()).isEqualTo("retry same");
    assertThat(killed.at("/energy").isNull()).isTrue();
    assertThat(killed.at("/started").asText()).isEqualTo("2026-03-01T10:00:00Z");
  }

  @Test
  void a_structure_has_a_story_from_its_origin_to_its_last_step() {
    CommandRun run = audit("g001s00");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("g001s00 of search refined\norigin: strain from g000s00; xx 0.25\n")
        .contains("screen, attempt 1 with toy 1 by node1/worker-2\n")
        .contains("  2026-03-01 09:00:00 to 2026-03-01 09:30:00 UTC: CONVERGED\n")
        .contains("energy -512.600000 eV at the start, -513.600000 eV at the end\n")
        .containsPattern("\n +0 +-512.600000 +0.50000 .*\n +1 +-513.600000 +0.00100 ")
        .contains("decision: discard\n");
  }

  @Test
  void the_story_is_one_json_object_too() throws Exception {
    JsonNode json = audit("g000s00", "--json").json();

    assertThat(json.at("/origin/operator").asText()).isEqualTo("random");
    assertThat(json.at("/origin/draws/volume").asText()).isEqualTo("12.5");
    assertThat(json.at("/attempts")).hasSize(4);
    JsonNode last = json.at("/attempts/3");
    assertThat(last.at("/purpose").asText()).isEqualTo("energy");
    assertThat(last.at("/startEnergy").asDouble()).isGreaterThan(last.at("/endEnergy").asDouble());
    assertThat(last.at("/ionicSteps/1/number").asInt()).isOne();
  }

  @Test
  void a_known_phase_has_a_story() {
    assertThat(audit("ref-alpha-quartz").out())
        .startsWith("ref-alpha-quartz of search refined\norigin: known phase\n\nrefine, attempt 1");
  }

  @Test
  void what_is_not_there_is_bad_input() {
    CommandRun structure = audit("g099s99");
    assertThat(structure.exitCode()).isEqualTo(2);
    assertThat(structure.err()).isEqualTo("coesite: search 'refined' has no structure 'g099s99'\n");

    CommandRun search = CommandRun.of("audit", "absent", "--data", data);
    assertThat(search.exitCode()).isEqualTo(2);
    assertThat(search.err()).contains("'absent'").hasLineCount(1);
  }

  @Test
  void show_prints_the_refined_structures_below_those_of_the_screening() throws Exception {
    CommandRun words = CommandRun.of("show", "refined", "--data", data);
    JsonNode json = CommandRun.of("show", "refined", "--data", data, "--json").json();

    assertThat(words.out())
        .contains("Refined with quantum-espresso 6.7, protocol moderate\n")
        .containsPattern(
            "1 g000s00 +-23.997307 +-326.50000 +-979.5000 +0.0 +12.570 +P3_221 \\(154\\) +0.0001 from alpha-quartz\n")
        .containsPattern(
            "2 ref-alpha-quartz +-23.997234 +-326.49900 +-979.4970 +1.0 +12.570 +P3_221 \\(154\\)"
                + " +alpha-quartz\n")
        .contains("Not refined: g001s00, ref-stishovite\n");
    assertThat(json.at("/refined")).hasSize(2);
    assertThat(json.at("/notRefined/0/structure").asText()).isEqualTo("g001s00");
  }

  private static CommandRun audit(String... options) {
    List<String> arguments = new ArrayList<>(List.of("audit", RefinedSearch.NAME));
    arguments.addAll(List.of(options));
    arguments.addAll(List.of("--data", data.toString()));
    return CommandRun.of(arguments.toArray());
  }
}
