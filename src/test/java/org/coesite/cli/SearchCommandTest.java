package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coesite.search.ContentHash;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchCommandTest {
  private static final String SETTINGS =
      """
      name: small
      seed: 3
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 4}
      stop: {relaxations: 6}
      references: quartz.cif
      """;

  @TempDir static Path shared;
  private static Path finishedData;
  private static CommandRun finished;

  @TempDir Path folder;
  private Path file;
  private Path data;

  @BeforeAll
  static void run_a_small_search_to_its_end() throws IOException {
    finishedData = shared.resolve("data");
    Path settings = write(shared);
    finished =
        CommandRun.of("search", settings, "--data", finishedData, "--json", "--workers", "2");
  }

  @BeforeEach
  void write_the_settings_of_a_small_search() throws IOException {
    data = folder.resolve("data");
    file = write(folder);
  }

  private static Path write(Path folder) throws IOException {
    Files.copy(CommandRun.silica("alpha-quartz"), folder.resolve("quartz.cif"));
    return Files.writeString(folder.resolve("search.yaml"), SETTINGS);
  }

  @Test
  void a_search_prints_its_summary_as_json_and_leaves_a_report() throws Exception {
    assertThat(finished.exitCode()).isZero();
    JsonNode json = finished.json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "search",
            "seed",
            "state",
            "stop",
            "settings",
            "generations",
            "relaxations",
            "populationHash",
            "record",
            "best",
            "rescreened",
            "refined",
            "notRefined",
            "exploration",
            "timing");
    assertThat(json.at("/search").asText()).isEqualTo("small");
    assertThat(json.at("/seed").asInt()).isEqualTo(3);
    assertThat(json.at("/state").asText()).isEqualTo("FINISHED");
    assertThat(json.at("/stop").asText()).contains("limit 6");
    assertThat(json.at("/relaxations/total").asInt()).isGreaterThanOrEqualTo(6);
    assertThat(json.at("/populationHash").asText()).hasSize(64);
    Path kept = finishedData.resolve("small/report/summary.json");
    assertThat(new ObjectMapper().readTree(kept.toFile()).at("/best")).isEqualTo(json.at("/best"));
    assertThat(finished.err()).contains("small: generation").contains("eV per formula unit");
  }

  @Test
  void list_and_show_answer_without_an_engine() throws Exception {
    CommandRun list = CommandRun.of("list", "--data", finishedData, "--json");
    CommandRun show = CommandRun.of("show", "small", "--data", finishedData, "--json");
    CommandRun words = CommandRun.of("show", "small", "--data", finishedData);

    assertThat(list.json().at("/searches")).hasSize(1);
    assertThat(list.json().at("/searches/0/search").asText()).isEqualTo("small");
    assertThat(list.json().at("/searches/0/state").asText()).isEqualTo("FINISHED");
    assertThat(show.json()).isEqualTo(finished.json());
    assertThat(words.out()).contains("eV/formula").contains("Report: ");
    assertThat(CommandRun.of("list", "--data", finishedData).out()).contains("small");
  }

  @Test
  void name_and_seed_of_the_command_line_override_the_file() throws Exception {
    JsonNode json = search("--json", "--name", "other", "--seed", "-9").json();

    assertThat(json.at("/search").asText()).isEqualTo("other");
    assertThat(json.at("/seed").asLong()).isEqualTo(-9);
  }

  @Test
  void a_name_that_is_taken_is_refused_and_the_search_of_that_name_stays() throws Exception {
    CommandRun again = CommandRun.of("search", file, "--data", finishedData);

    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.out()).isEmpty();
    assertThat(again.err()).contains("'small'").hasLineCount(1);
    assertThat(CommandRun.of("show", "small", "--data", finishedData, "--json").json())
        .isEqualTo(finished.json());
  }

  @Test
  void resuming_a_finished_search_shows_its_result() throws Exception {
    CommandRun resumed = CommandRun.of("resume", "small", "--data", finishedData, "--json");

    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.json().at("/populationHash"))
        .isEqualTo(finished.json().at("/populationHash"));
  }

  @Test
  void an_unknown_name_is_bad_input() {
    for (String command : List.of("show", "resume")) {
      CommandRun run = CommandRun.of(command, "absent", "--data", finishedData);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("'absent'").contains("data").hasLineCount(1);
    }
  }

  @Test
  void bad_settings_write_nothing() throws IOException {
    Files.writeString(file, "composition: Si3O5\npotential: sio2-slc\n");

    CommandRun run = search();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "coesite: "
                + file
                + ":1: composition: Si3O5 has a charge of +2.000 e with potential 'sio2-slc', "
                + "it has to be 0\n");
    assertThat(data).doesNotExist();
  }

  @Test
  void bad_options_write_nothing() {
    for (List<String> options :
        List.of(
            List.of("--workers", "0"),
            List.of("--seed", "first"),
            List.of("--name", "a/b"),
            List.of("--generations", "3"))) {
      CommandRun run = search(options.toArray());
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).hasLineCount(1);
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void an_unreadable_reference_is_named_with_its_place() throws IOException {
    Files.writeString(folder.resolve("quartz.cif"), "data_nothing\n");

    CommandRun run = search();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(":7: references: ").contains("quartz.cif").hasLineCount(1);
    assertThat(data).doesNotExist();
  }

  @Test
  void a_read_only_data_directory_is_refused_and_stays_empty() throws IOException {
    Files.createDirectory(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));

    CommandRun run = search();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(data.toString()).contains("read-only").hasLineCount(1);
    assertThat(names(data)).isEmpty();
  }

  @Test
  void a_data_directory_of_a_running_search_is_refused_and_ctrl_c_leaves_it_resumable()
      throws Exception {
    Files.writeString(
        file,
        """
        name: small
        composition: Si6O12
        potential: sio2-slc
        generation: {size: 20}
        stop: {relaxations: 60}
        """);
    Process running =
        ChildProcess.start(Map.of(), "search", file, "--data", data, "--workers", "1");
    BufferedReader err = running.errorReader(StandardCharsets.UTF_8);
    assertThat(err.readLine()).startsWith("small: generation");
    List<String> files = names(data);

    CommandRun second = CommandRun.of("search", file, "--data", data, "--name", "second");

    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.err())
        .contains(data.toString())
        .contains("in use by a running search")
        .hasLineCount(1);
    assertThat(names(data)).isEqualTo(files);

    new ProcessBuilder("kill", "-INT", Long.toString(running.pid())).start().waitFor();
    String last = err.lines().collect(Collectors.joining("\n"));
    assertThat(running.waitFor()).isEqualTo(130);
    assertThat(last).contains("./coesite resume small --data " + data);
    CommandRun resumed = CommandRun.of("resume", "small", "--data", data, "--json");
    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.json().at("/state").asText()).isEqualTo("FINISHED");
  }

  @Test
  void a_search_that_cannot_write_its_report_says_so_and_how_to_go_on() throws Exception {
    Path inTheWay = Files.createDirectories(data).resolve("small");
    Files.writeString(inTheWay, "no folder");

    CommandRun stuck = search("--json");

    assertThat(stuck.exitCode()).isEqualTo(1);
    assertThat(stuck.json().at("/state").asText()).isEqualTo("INCIDENT");
    assertThat(stuck.err())
        .contains("step 'report' failed and waits for a person")
        .contains("./coesite resume small --data " + data);

    Files.delete(inTheWay);
    CommandRun resumed = CommandRun.of("resume", "small", "--data", data, "--json");
    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.json().at("/state").asText()).isEqualTo("FINISHED");
  }

  @Test
  void the_audit_tells_where_a_structure_comes_from_and_what_became_of_it() throws Exception {
    JsonNode best = finished.json().at("/best/0/structure");

    CommandRun run = CommandRun.of("audit", "small", best.asText(), "--data", finishedData);

    assertThat(run.out())
        .contains("ranked: ", " eV/atom, ", "settings: ", "SHA-256 of input")
        .containsPattern("engine's process instance and activity instance: \\w");
    assertThat(CommandRun.of("audit", "small", "g001s00", "--data", finishedData).out())
        .containsPattern("origin: .*\n(  g000s0\\d: (random|symmetricRandom).*\n)+ranked: ");
  }

  @Test
  void an_untouched_record_verifies_and_one_changed_bit_is_named() throws Exception {
    Path copy = Files.createDirectories(data).resolve("coesite.mv.db");
    Files.copy(finishedData.resolve("coesite.mv.db"), copy);
    CommandRun untouched = CommandRun.of("audit", "small", "--verify", "--data", data, "--json");
    assertThat(untouched.exitCode()).isZero();
    assertThat(untouched.json().at("/intact").asBoolean()).isTrue();
    assertThat(untouched.json().at("/older").asInt()).isZero();
    assertThat(finishedData.resolve("small/report/table.md"))
        .as("whoever keeps the report can tell whether all records are still those it rests on")
        .content()
        .contains(untouched.json().at("/head").asText());

    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:file:" + data.resolve("coesite").toAbsolutePath());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update relaxation set max_force = max_force * 1.0000000000000002"
              + " where structure = 'g000s01'");
    }

    CommandRun touched = CommandRun.of("audit", "small", "--verify", "--data", data);
    assertThat(touched.exitCode()).isEqualTo(1);
    assertThat(touched.out())
        .contains("relaxation g000s01/SCREEN is altered", "not as it was written: see the 1 above");
  }

  @Test
  void the_record_is_exported_as_lines_whose_hashes_anyone_can_compute() throws Exception {
    Path lines = folder.resolve("small.jsonl");
    Path provenance = folder.resolve("small.prov.json");

    CommandRun run =
        CommandRun.of(
            "audit",
            "small",
            "--data",
            finishedData,
            "--export",
            lines,
            "--export-prov",
            provenance);

    assertThat(run.exitCode()).isZero();
    String before = "0".repeat(64);
    for (String line : Files.readAllLines(lines)) {
      JsonNode link = new ObjectMapper().readTree(line);
      String content = ContentHash.of(link.at("/content").asText());
      assertThat(link.at("/contentSha256").asText()).isEqualTo(content);
      before =
          ContentHash.of(
              String.join(
                  "\n",
                  before,
                  link.at("/number").asText(),
                  link.at("/kind").asText().toUpperCase(Locale.ROOT),
                  link.at("/record").asText(),
                  content));
      assertThat(link.at("/sha256").asText()).isEqualTo(before);
    }
    JsonNode prov = new ObjectMapper().readTree(provenance.toFile());
    assertThat(prov.at("/activity")).hasSameSizeAs(prov.at("/used"));
    assertThat(prov.at("/wasDerivedFrom")).isNotEmpty();
  }

  @Test
  void a_search_that_has_ended_goes_on_with_more_generations_as_if_it_had_begun_with_them()
      throws Exception {
    assertThat(search("--json").json().at("/state").asText()).isEqualTo("FINISHED");
    Path longer = folder.resolve("longer.yaml");
    Files.writeString(longer, SETTINGS.replace("relaxations: 6", "relaxations: 14"));

    CommandRun amended =
        CommandRun.of("resume", "small", "--amend", longer, "--data", data, "--json");
    CommandRun whole = CommandRun.of("search", longer, "--name", "whole", "--data", data, "--json");

    assertThat(amended.exitCode()).as(amended.err()).isZero();
    assertThat(amended.json().at("/populationHash")).isEqualTo(whole.json().at("/populationHash"));
    assertThat(amended.json().at("/relaxations")).isEqualTo(whole.json().at("/relaxations"));
    assertThat(amended.json().at("/settings/amendments").toString()).isEqualTo("[\"stop\"]");
    CommandRun verification = CommandRun.of("audit", "small", "--verify", "--data", data, "--json");
    assertThat(verification.json().at("/problems")).isEmpty();
  }

  @Test
  void an_amendment_that_asks_for_another_search_is_refused_in_one_line() throws Exception {
    search();
    Path other = folder.resolve("other.yaml");
    Files.writeString(other, SETTINGS.replace("size: 4", "size: 5"));

    CommandRun refused = CommandRun.of("resume", "small", "--amend", other, "--data", data);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("change generation.size (4, now 5)").hasLineCount(1);
    assertThat(CommandRun.of("resume", "small", "--amend", file, "--data", data).err())
        .contains("nothing to amend");
  }

  @Test
  void without_a_data_directory_there_are_no_searches() throws Exception {
    assertThat(CommandRun.of("list", "--data", folder, "--json").json().at("/searches")).isEmpty();
    assertThat(CommandRun.of("list", "--data", data, "--json").json().at("/searches")).isEmpty();
    assertThat(CommandRun.of("show", "small", "--data", data).exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("resume", "small", "--data", data).exitCode()).isEqualTo(2);
    assertThat(data).doesNotExist();
  }

  @Test
  void a_file_in_place_of_the_data_directory_is_refused() {
    CommandRun run = CommandRun.of("list", "--data", file);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("coesite: --data: " + file + " is a file, not a directory\n");
  }

  private CommandRun search(Object... options) {
    List<Object> arguments = new ArrayList<>(List.of("search", file, "--data", data));
    arguments.addAll(List.of(options));
    return CommandRun.of(arguments.toArray());
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
