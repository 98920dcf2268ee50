package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.coesite.chaos.PostgresCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database server ends, as in a power cut, and starts again, while Coesite goes on. */
class DatabaseOutageTest {

  private static final String SETTINGS =
      """
      name: outage
      seed: 5
      composition: Si3O6
      potential: sio2-bks-rep
      generation: {size: 10}
      stop: {relaxations: 50}
      """;

  @TempDir Path folder;

  @Test
  void a_search_waits_for_its_database_and_ends_as_if_nothing_had_happened() throws Exception {
    Path settings = Files.writeString(folder.resolve("search.yaml"), SETTINGS);
    CommandRun undisturbed =
        CommandRun.of("search", settings, "--data", folder.resolve("calm"), "--json");
    try (PostgresCluster cluster = PostgresCluster.started()) {
      String database = cluster.createDatabase("outage");
      Process search =
          ChildProcess.start(
              Map.of(),
              "search",
              settings,
              "--data",
              folder.resolve("outage"),
              "--database",
              database,
              "--json");
      List<String> said = new ArrayList<>();
      try (BufferedReader err = search.errorReader(StandardCharsets.UTF_8)) {
        awaitLine(err, said, "generations begun: 1");
        cluster.crash();
        awaitLine(err, said, "does not answer; waiting for it");
        cluster.start();
        awaitLine(err, said, "answers again");
        err.lines().forEach(said::add);
      }
      String out = new String(search.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(search.waitFor()).as(String.join("\n", said)).isZero();
      CommandRun disturbed = new CommandRun(0, out, "");
      assertThat(disturbed.json().at("/populationHash"))
          .isEqualTo(undisturbed.json().at("/populationHash"));
      assertThat(disturbed.json().at("/relaxations"))
          .isEqualTo(undisturbed.json().at("/relaxations"));
      assertThat(said).noneMatch(line -> line.startsWith("\tat "));
    }
  }

  private static void awaitLine(BufferedReader lines, List<String> said, String text)
      throws Exception {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      if (line.contains(text)) {
        return;
      }
    }
    throw new AssertionError("'%s' is missing in %s".formatted(text, said));
  }
}
