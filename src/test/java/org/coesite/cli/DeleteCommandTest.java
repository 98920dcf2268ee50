package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.coesite.chaos.PostgresCluster;
import org.coesite.search.RefinedSearch;
import org.coesite.search.SmallSearches;
import org.coesite.store.DataDirectory;
import org.coesite.store.DatabaseServer;
import org.coesite.store.SearchDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeleteCommandTest {

  private static final String SETTINGS =
      """
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 4}
      relaxation: {maxSteps: 40}
      stop: {relaxations: 8}
      """;

  /**
   * Of the models and of the settings of the engine. Its evaluations of the failure policy for
   * screening name no search.
   */
  private static final List<String> NOT_OF_SEARCHES =
      List.of(
          "act_ge_property",
          "act_ge_schema_log",
          "act_re_",
          "act_id_",
          "act_ru_authorization",
          "act_hi_dec",
          "flyway_");

  @TempDir Path folder;

  private CommandRun search(String name, Object... options) throws Exception {
    Path file = Files.writeString(folder.resolve(name + ".yaml"), SETTINGS);
    CommandRun run = run(options, "search", file, "--name", name, "--json");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run;
  }

  private CommandRun run(Object[] options, Object... arguments) {
    Object[] all = new Object[arguments.length + options.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(options, 0, all, arguments.length, options.length);
    return CommandRun.of(all);
  }

  @Test
  void a_search_goes_with_its_record_the_history_of_the_engine_and_its_files() throws Exception {
    Path data = folder.resolve("data");
    Object[] options = {"--data", data};
    search("kept", options);
    Map<String, Integer> before = rows(data);
    CommandRun first = search("removed", options);
    Path stranger = Files.writeString(data.resolve("removed/notes.txt"), "mine");

    CommandRun run = run(options, "delete", "removed", "--yes", "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().at("/deleted").asText()).isEqualTo("removed");
    assertThat(rows(data)).isEqualTo(before);
    assertThat(data.resolve("removed"))
        .isDirectoryNotContaining(file -> !file.equals(stranger))
        .isDirectoryContaining(stranger::equals);
    assertThat(run(options, "show", "removed").exitCode()).isEqualTo(2);
    assertThat(run(options, "audit", "kept", "--verify").exitCode()).isZero();
    assertThat(search("removed", options).json().at("/populationHash"))
        .as("its name may be used again")
        .isEqualTo(first.json().at("/populationHash"));
  }

  @Test
  void nothing_is_removed_without_yes_or_while_it_can_go_on() throws Exception {
    Path data = folder.resolve("data");
    try (SearchDatabase database = DataDirectory.openOrCreate(data)) {
      RefinedSearch.keep(database);
      database.searches().create("interrupted", SmallSearches.of(1, 1), List.of());
    }
    Object[] options = {"--data", data};

    CommandRun unsure = run(options, "delete", RefinedSearch.NAME);
    assertThat(unsure.exitCode()).isEqualTo(2);
    assertThat(unsure.err())
        .contains("nothing is removed yet: add --yes to remove search 'refined' (STOPPED, started");
    CommandRun running = run(options, "delete", "interrupted", "--yes");
    assertThat(running.exitCode()).isEqualTo(2);
    assertThat(running.err())
        .contains(
            "search 'interrupted' runs, or was interrupted and can go on; end it first: coesite"
                + " resume interrupted --stop-early --data "
                + data);
    assertThat(run(options, "delete", "unheard-of", "--yes").err())
        .contains("there is no search 'unheard-of'");
    assertThat(run(options, "list").out()).contains("refined", "interrupted");

    assertThat(run(options, "delete", RefinedSearch.NAME, "--yes").exitCode()).isZero();
    assertThat(run(options, "list").out()).doesNotContain("refined");
  }

  @Test
  void every_table_that_names_searches_is_emptied_on_postgresql_as_well() throws Exception {
    try (PostgresCluster cluster = PostgresCluster.started()) {
      String address = cluster.createDatabase("deleting");
      try (SearchDatabase database = new DatabaseServer(address, Map.of()).open()) {
        RefinedSearch.keep(database);
      }
      Object[] options = {"--data", folder.resolve("files"), "--database", address};

      assertThat(run(options, "delete", RefinedSearch.NAME, "--yes").exitCode()).isZero();

      try (Connection connection = DriverManager.getConnection(address)) {
        Map<String, Integer> rows = rows(connection);
        rows.keySet().removeIf(table -> table.startsWith("act_"));
        assertThat(rows).containsKeys("search", "decision", "audit_link", "raw_file").hasSize(18);
        assertThat(rows.values()).containsOnly(0);
      }
    }
  }

  private static Map<String, Integer> rows(Path data) throws SQLException {
    String address = "jdbc:h2:file:" + data.toAbsolutePath().resolve("coesite");
    try (Connection connection = DriverManager.getConnection(address)) {
      return rows(connection);
    }
  }

  /** How many rows the tables have that may hold something of a search. */
  private static Map<String, Integer> rows(Connection connection) throws SQLException {
    Map<String, Integer> rows = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet tables =
          statement.executeQuery(
              "select table_name from information_schema.tables"
                  + " where lower(table_schema) = 'public'")) {
        while (tables.next()) {
          rows.put(tables.getString(1), 0);
        }
      }
      for (String table : rows.keySet()) {
        try (ResultSet count = statement.executeQuery("select count(*) from \"" + table + "\"")) {
          count.next();
          rows.put(table, count.getInt(1));
        }
      }
    }
    Map<String, Integer> ofSearches = new TreeMap<>();
    rows.forEach((table, number) -> ofSearches.put(table.toLowerCase(Locale.ROOT), number));
    ofSearches.keySet().removeIf(table -> NOT_OF_SEARCHES.stream().anyMatch(table::startsWith));
    return ofSearches;
  }
}
