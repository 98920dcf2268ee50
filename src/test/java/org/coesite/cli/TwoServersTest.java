package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.coesite.chaos.PostgresCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers side by side on one PostgreSQL. */
class TwoServersTest {

  private static final String SETTINGS =
      """
      name: shared
      seed: 7
      composition: Si3O6
      potential: sio2-slc
      generation: {size: 12}
      stop: {relaxations: 60, repeats: 1000}
      """;

  @TempDir Path folder;

  @Test
  void both_work_on_a_search_and_it_ends_the_same_when_one_is_killed() throws Exception {
    Path file = Files.writeString(folder.resolve("search.yaml"), SETTINGS);
    JsonNode undisturbed =
        CommandRun.of("search", file, "--data", folder.resolve("calm"), "--json").json();
    try (PostgresCluster cluster = PostgresCluster.started()) {
      String database = cluster.createDatabase("servers");
      List<ServeProcess> servers = startedAtOnce(database);
      try (ServeProcess first = servers.get(0);
          ServeProcess second = servers.get(1)) {
        assertThat(servers)
            .as("only one of them made the administrator")
            .filteredOn(server -> server.output().contains("password"))
            .hasSize(1);
        String password = (first.output().contains("password") ? first : second).password();
        first.as("admin", password);
        second.as("admin", password);
        String request = new ObjectMapper().writeValueAsString(Map.of("settings", SETTINGS));
        assertThat(first.post("/api/searches", request).statusCode()).isEqualTo(201);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> workers(database) == 2);

        first.kill();

        JsonNode summary = second.awaitEnd("shared");
        assertThat(summary.at("/state").asText()).isEqualTo("FINISHED");
        assertThat(summary.at("/populationHash")).isEqualTo(undisturbed.at("/populationHash"));
        assertThat(summary.at("/relaxations")).isEqualTo(undisturbed.at("/relaxations"));
      }
    }
  }

  private List<ServeProcess> startedAtOnce(String database) throws Exception {
    ExecutorService starters = Executors.newFixedThreadPool(2);
    try {
      List<Future<ServeProcess>> starting =
          starters.invokeAll(List.of(() -> started(database), () -> started(database)));
      return List.of(starting.get(0).get(), starting.get(1).get());
    } finally {
      starters.shutdown();
    }
  }

  private ServeProcess started(String database) throws Exception {
    return ServeProcess.start(folder.resolve("data"), "--database", database, "--workers", "1");
  }

  private static int workers(String database) throws Exception {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("select count(distinct worker) from relaxation")) {
      result.next();
      return result.getInt(1);
    }
  }
}
