package org.coesite.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.coesite.search.DataDirectoryException;

/**
 * Tables that a process was killed over while it made them, at its very first start.
 *
 * <p>H2 commits each statement that makes a table, so that some are there and the rest would be
 * missed for good. PostgreSQL makes all or none of them.
 */
final class UnfinishedTables {

  /** Of these one has a row as soon as there is anything to lose: models come before searches. */
  private static final List<String> FIRST_FILLED = List.of("ACT_RE_DEPLOYMENT", "SEARCH");

  private UnfinishedTables() {}

  /** Drops all tables of an H2 database in which nothing was ever kept; they are made again. */
  static void drop(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      if (!connection.getMetaData().getDatabaseProductName().equals("H2")) {
        return;
      }
      for (String table : FIRST_FILLED) {
        if (exists(connection, table) && hasRow(statement, table)) {
          return;
        }
      }
      statement.execute("drop all objects");
    } catch (SQLException failure) {
      throw new DataDirectoryException("database: " + failure.getMessage(), failure);
    }
  }

  private static boolean exists(Connection connection, String table) throws SQLException {
    try (ResultSet found = connection.getMetaData().getTables(null, "PUBLIC", table, null)) {
      return found.next();
    }
  }

  private static boolean hasRow(Statement statement, String table) throws SQLException {
    try (ResultSet first = statement.executeQuery("select 1 from " + table + " limit 1")) {
      return first.next();
    }
  }
}
