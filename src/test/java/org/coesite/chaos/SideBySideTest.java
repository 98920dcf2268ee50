package org.coesite.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.coesite.chaos.ChildSearch.End;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one PostgreSQL, of which one is killed, or the server itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SideBySideTest {

  private static final String SETTINGS =
      """
      name: shared
      seed: 9
      composition: Si4O8
      potential: sio2-bks-rep
      generation: {size: 12}
      stop: {relaxations: 60}
      """;

  private Path folder = Path.of("");
  private Path settings = Path.of("");
  private PostgresCluster cluster;
  private End undisturbed = new End("", "", 0);
  private Remains expected;

  @BeforeAll
  void search_undisturbed(@TempDir Path shared) throws Exception {
    folder = shared;
    cluster = PostgresCluster.started();
    settings = Files.writeString(folder.resolve("search.yaml"), SETTINGS);
    String calm = cluster.createDatabase("calm");
    try (ChildSearch child = started(calm, "calm")) {
      undisturbed = child.await();
    }
    expected = Remains.of(calm);
    assertThat(undisturbed.state()).isEqualTo("FINISHED");
  }

  @AfterAll
  void stop_the_server() {
    cluster.close();
  }

  private ChildSearch started(String database, String work) throws Exception {
    return ChildSearch.started(
        database, Files.createDirectories(folder.resolve(work)), settings, true, 0);
  }

  private void assertEndsAsUndisturbed(ChildSearch child, String database) throws Exception {
    End end = child.await();
    assertThat(end.state()).isEqualTo("FINISHED");
    assertThat(end.hash()).isEqualTo(undisturbed.hash());
    Remains remains = Remains.of(database);
    assertThat(remains.relaxations()).isEqualTo(expected.relaxations());
    assertThat(remains.attempts()).isEqualTo(expected.attempts());
    assertThat(remains.running()).isEmpty();
  }

  private static int count(String database, String query) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getInt(1);
    }
  }

  private static void await(String database, String query, int number) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> count(database, query) >= number);
  }

  @Test
  void two_processes_work_on_one_search_and_one_goes_on_when_the_other_is_killed()
      throws Exception {
    String database = cluster.createDatabase("two");
    try (ChildSearch first = waiting(database, "two");
        ChildSearch second = waiting(database, "two")) {
      first.begin();
      await(database, "select count(distinct worker) from relaxation", 2);

      first.kill();
      second.begin();

      assertEndsAsUndisturbed(second, database);
    }
  }

  /** Both engines run before the search begins, so that neither can have done all of it. */
  private ChildSearch waiting(String database, String work) throws Exception {
    Path own = Files.createDirectories(folder.resolve(work));
    ChildSearch child = ChildSearch.waiting(database, own, settings, true, 0);
    assertThat(child.awaitEngine()).isTrue();
    return child;
  }

  @Test
  void a_search_goes_on_after_a_power_cut_of_its_database_server_and_itself() throws Exception {
    String database = cluster.createDatabase("crash");
    try (ChildSearch child = started(database, "crash")) {
      assertThat(child.awaitWork()).isTrue();
      await(database, "select count(*) from relaxation", 15);

      cluster.crash();
      child.kill();
    }
    cluster.start();
    try (ChildSearch resumed = started(database, "crash")) {
      assertEndsAsUndisturbed(resumed, database);
    }
  }
}
