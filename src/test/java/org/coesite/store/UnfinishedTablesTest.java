package org.coesite.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTablesTest {

  @TempDir Path folder;
  private String url;

  @BeforeEach
  void name_a_database() {
    url = "jdbc:h2:file:" + folder.resolve("coesite");
  }

  @Test
  void a_database_that_was_left_half_made_is_made_anew() throws SQLException {
    execute("create table search (name varchar(9))", "create table act_ge_property (n int)");

    try (SearchDatabase database = SearchDatabase.open(url)) {
      assertThat(database.searches().list()).isEmpty();
    }
    assertThat(exists("ACT_GE_PROPERTY")).isFalse();
  }

  @Test
  void one_with_models_or_searches_is_left_alone() throws SQLException {
    SearchDatabase.open(url).close();
    execute("create table act_re_deployment (id int)", "create table act_ge_property (n int)");
    execute("insert into act_re_deployment values (1)");

    SearchDatabase.open(url).close();

    assertThat(exists("ACT_GE_PROPERTY")).isTrue();
    execute(
        "delete from act_re_deployment",
        "insert into search values"
            + " ('kept', 1, '', '', 'FINISHED', null, current_timestamp, 0, 0, 0)");

    SearchDatabase.open(url).close();

    assertThat(exists("ACT_GE_PROPERTY")).isTrue();
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private boolean exists(String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        ResultSet found = connection.getMetaData().getTables(null, "PUBLIC", table, null)) {
      return found.next();
    }
  }
}
