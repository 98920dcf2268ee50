package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.coesite.chaos.PostgresCluster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structures that people give to searches, in a folder and on a server. */
class InjectCommandTest {

  private static final Path FLUORITE =
      Path.of("examples/silica-refined/references/fluorite-type.cif");

  private static final String SETTINGS =
      """
      name: small
      seed: 3
      composition: SiO2
      potential: sio2-bks-rep
      relaxed: {volumePerAtom: [6, 30]}
      generation: {size: 4}
      stop: {relaxations: 8, repeats: 1000}
      """;

  @TempDir Path folder;
  private Path data;
  private Path file;

  @BeforeEach
  void name_the_files() throws Exception {
    data = folder.resolve("data");
    file = Files.writeString(folder.resolve("search.yaml"), SETTINGS);
  }

  @Test
  void a_search_in_a_folder_takes_it_when_it_goes_on_and_tells_its_story() throws Exception {
    assertThat(CommandRun.of("search", file, "--data", data).exitCode()).isZero();

    CommandRun given = CommandRun.of("inject", "small", FLUORITE, "--data", data, "--json");
    Files.writeString(file, SETTINGS.replace("relaxations: 8", "relaxations: 14"));
    CommandRun resumed = CommandRun.of("resume", "small", "--amend", file, "--data", data);

    assertThat(given.exitCode()).as(given.err()).isZero();
    assertThat(given.json().at("/number").asInt()).isEqualTo(1);
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(data.resolve("small/report/energy-fitness.svg")).content().contains("injected (1)");
    Path prov = folder.resolve("prov.json");
    CommandRun.of("audit", "small", "--export-prov", prov, "--data", data);
    JsonNode provenance = new ObjectMapper().readTree(prov.toFile());
    assertThat(provenance.at("/entity/search:injected.1/prov:label").asText())
        .isEqualTo("fluorite-type.cif");
    String structure =
        StreamSupport.stream(provenance.at("/wasDerivedFrom").spliterator(), false)
            .filter(one -> one.at("/prov:usedEntity").asText().equals("search:injected.1"))
            .map(one -> one.at("/prov:generatedEntity").asText().split("\\.")[1])
            .findFirst()
            .orElseThrow();
    assertThat(CommandRun.of("audit", "small", structure, "--data", data).out())
        .contains("origin: injected; file fluorite-type.cif, injectedBy ", "number 1, sha256 ");
    assertThat(CommandRun.of("audit", "small", "--verify", "--data", data).exitCode()).isZero();
  }

  @Test
  void what_does_not_fit_or_is_not_there_is_bad_input() throws Exception {
    assertThat(CommandRun.of("search", file, "--data", data).exitCode()).isZero();

    CommandRun quartz =
        CommandRun.of("inject", "small", CommandRun.silica("alpha-quartz"), "--data", data);
    CommandRun missing =
        CommandRun.of("inject", "small", folder.resolve("none.cif"), "--data", data);
    CommandRun unknown = CommandRun.of("inject", "other", FLUORITE, "--data", data);

    assertThat(quartz.exitCode()).isEqualTo(2);
    assertThat(quartz.err())
        .isEqualTo("coesite: alpha-quartz.cif: the cell holds Si3O6; the search takes SiO2\n");
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("none.cif: no such file").hasLineCount(1);
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no search 'other'").hasLineCount(1);
  }

  @Test
  void a_search_on_a_server_takes_it_while_another_process_works_on_it() throws Exception {
    Files.writeString(
        file,
        SETTINGS.replace(
            "stop: {relaxations: 8, repeats: 1000}",
            "stop: {relaxations: 100000, repeats: 100000, withoutNewMinimum: 100000}"));
    try (PostgresCluster cluster = PostgresCluster.started()) {
      String database = cluster.createDatabase("given");
      Process running =
          ChildProcess.start(
              Map.of(), "search", file, "--data", data, "--database", database, "--workers", "1");
      try {
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> inject(database).exitCode() == 0);
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> summary(database).contains("injected"));
      } finally {
        running.destroyForcibly().waitFor();
      }
    }
  }

  private CommandRun inject(String database) {
    return CommandRun.of("inject", "small", FLUORITE, "--data", data, "--database", database);
  }

  private String summary(String database) {
    CommandRun show =
        CommandRun.of("show", "small", "--data", data, "--database", database, "--json");
    return show.out();
  }
}
