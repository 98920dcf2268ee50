package org.coesite.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coesite.search.DataDirectoryException;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The database of one data directory with our own tables, brought up to date when it is opened. An
 * engine that is given the same data source and transaction manager commits together with them.
 */
public final class SearchDatabase extends JdbcStore implements AutoCloseable {

  private static final int CONNECTIONS = 16;
  private static final long CONNECT_WITHIN_MILLIS = 10_000;
  private static final String POSTGRESQL = "PostgreSQL";

  /** Any number that nobody else takes. */
  private static final long ALONE = 0xC0E517E;

  /** Classes of SQL states: connection exception, operator intervention such as a shutdown. */
  private static final List<String> UNREACHABLE = List.of("08", "57P");

  private final DataSource dataSource;
  private final Runnable closing;
  private final DataSourceTransactionManager transactions;

  private SearchDatabase(
      DataSource dataSource, DataSourceTransactionManager transactions, Runnable closing) {
    super(dataSource, transactions);
    UnfinishedTables.drop(dataSource);
    Flyway.configure().dataSource(dataSource).load().migrate();
    this.dataSource = dataSource;
    this.closing = closing;
    this.transactions = transactions;
  }

  /**
   * Over connections that somebody else closes; our tables are made there or brought up to date.
   */
  public static SearchDatabase over(DataSource dataSource) {
    return new SearchDatabase(dataSource, new JdbcTransactionManager(dataSource), () -> {});
  }

  /** Opens the database at a JDBC address. */
  public static SearchDatabase open(String url) {
    return open(url, new Properties());
  }

  /** Opens the database at a JDBC address with properties of its driver. */
  static SearchDatabase open(String url, Properties properties) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setDataSourceProperties(properties);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT_WITHIN_MILLIS);
    config.setPoolName("coesite");
    HikariDataSource dataSource = new HikariDataSource(config);
    try {
      return new SearchDatabase(
          dataSource, new JdbcTransactionManager(dataSource), dataSource::close);
    } catch (RuntimeException failure) {
      dataSource.close();
      throw failure;
    }
  }

  /**
   * Does something that no other process may do with the same database at the same time, such as
   * making tables that are not there yet.
   */
  public <T> T alone(Supplier<T> action) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      if (!connection.getMetaData().getDatabaseProductName().equals(POSTGRESQL)) {
        // H2's file belongs to one process.
        return action.get();
      }
      statement.execute("select pg_advisory_lock(%d)".formatted(ALONE));
      try {
        return action.get();
      } finally {
        statement.execute("select pg_advisory_unlock(%d)".formatted(ALONE));
      }
    } catch (SQLException failure) {
      throw new DataDirectoryException("database: " + failure.getMessage(), failure);
    }
  }

  /** Whether something failed because the database could not be reached. */
  public static boolean isOutage(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && UNREACHABLE.stream().anyMatch(sql.getSQLState()::startsWith));
  }

  /** Connections to the database. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** Transactions over these connections. */
  public PlatformTransactionManager transactions() {
    return transactions;
  }

  @Override
  public void close() {
    closing.run();
  }
}
