package org.coesite.chaos;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coesite.store.SearchDatabase;

/**
 * What an ended search left in its database.
 *
 * @param relaxations structure, purpose, outcome, energy and result of each, in order
 * @param attempts structure, purpose, number, reason and decision of each failed one, in order
 * @param running what the engine still holds: executions, jobs, tasks and incidents
 * @param flaws what is wrong with the chain of records
 */
record Remains(
    List<String> relaxations, List<String> attempts, List<String> running, List<String> flaws) {

  static Remains of(String database) throws SQLException {
    List<String> flaws;
    try (SearchDatabase store = SearchDatabase.open(database)) {
      flaws =
          store.searches().list().stream()
              .flatMap(search -> store.trail().verify(search.name()).problems().stream())
              .toList();
    }
    try (Connection connection = DriverManager.getConnection(database)) {
      List<String> running =
          Stream.of("execution", "job", "ext_task", "incident", "event_subscr")
              .flatMap(table -> rows(connection, "select * from act_ru_" + table).stream())
              .toList();
      return new Remains(
          rows(
              connection,
              "select structure, purpose, attempt, calculator, outcome, energy, output_sha256"
                  + " from relaxation order by structure, purpose"),
          rows(
              connection,
              "select a.structure, a.purpose, a.attempt, a.calculator, a.failure, d.action from attempt"
                  + " a left join decision d on d.search = a.search and d.structure = a.structure"
                  + " and d.purpose = a.purpose and d.attempt = a.attempt order by a.structure,"
                  + " a.purpose, a.attempt, d.number"),
          running,
          flaws);
    }
  }

  private static List<String> rows(Connection connection, String query) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.append(result.getString(column)).append(' ');
        }
        rows.add(row.toString());
      }
      return rows;
    } catch (SQLException failure) {
      throw new IllegalStateException(query, failure);
    }
  }
}
