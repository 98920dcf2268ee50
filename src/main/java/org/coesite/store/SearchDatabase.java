package org.coesite.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
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

  private final DataSource dataSource;
  private final Runnable closing;
  private final DataSourceTransactionManager transactions;

  private SearchDatabase(
      DataSource dataSource, DataSourceTransactionManager transactions, Runnable closing) {
    super(dataSource, transactions);
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
