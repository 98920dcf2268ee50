package org.coesite.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
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

  private final HikariDataSource dataSource;
  private final DataSourceTransactionManager transactions;

  private SearchDatabase(HikariDataSource dataSource) {
    this(dataSource, new JdbcTransactionManager(dataSource));
  }

  private SearchDatabase(HikariDataSource dataSource, DataSourceTransactionManager transactions) {
    super(dataSource, transactions);
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  /** Opens the database at a JDBC address. */
  public static SearchDatabase open(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setPoolName("coesite");
    HikariDataSource dataSource = new HikariDataSource(config);
    try {
      Flyway.configure().dataSource(dataSource).load().migrate();
      return new SearchDatabase(dataSource);
    } catch (RuntimeException failure) {
      dataSource.close();
      throw failure;
    }
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
    dataSource.close();
  }
}
