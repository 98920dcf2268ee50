package org.coesite.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.transaction.PlatformTransactionManager;

/** Our own tables in the database of an engine that belongs to somebody else. */
public final class EngineDatabase extends JdbcStore {

  private EngineDatabase(DataSource dataSource, PlatformTransactionManager transactions) {
    super(dataSource, transactions);
  }

  /**
   * Brings the tables up to date, beside those that are there, with a history of their own: the
   * owner may use Flyway too.
   *
   * @param transactions those that the engine commits in
   */
  public static EngineDatabase over(
      DataSource dataSource, PlatformTransactionManager transactions) {
    Flyway.configure(EngineDatabase.class.getClassLoader())
        .dataSource(dataSource)
        .locations("db/migration")
        .table("coesite_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load()
        .migrate();
    return new EngineDatabase(dataSource, transactions);
  }
}
