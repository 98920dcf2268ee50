package org.coesite.store;

import java.time.Instant;
import javax.sql.DataSource;
import org.coesite.search.AttemptRepository;
import org.coesite.search.AuditTrail;
import org.coesite.search.EventLog;
import org.coesite.search.InjectionRepository;
import org.coesite.search.RawFileRepository;
import org.coesite.search.RefinementRepository;
import org.coesite.search.RelaxationRepository;
import org.coesite.search.SearchRepository;
import org.coesite.search.SearchStore;
import org.coesite.search.StoreFigures;
import org.coesite.search.StructureRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Our own tables in a database that has them. */
class JdbcStore implements SearchStore {

  private final DataSource dataSource;
  private final PlatformTransactionManager transactions;

  JdbcStore(DataSource dataSource, PlatformTransactionManager transactions) {
    this.dataSource = dataSource;
    this.transactions = transactions;
  }

  @Override
  public SearchRepository searches() {
    return new JdbcSearchRepository(dataSource, transactions);
  }

  @Override
  public StructureRepository structures() {
    return new JdbcStructureRepository(dataSource, transactions);
  }

  @Override
  public InjectionRepository injections() {
    return new JdbcInjectionRepository(dataSource, transactions);
  }

  @Override
  public RelaxationRepository relaxations() {
    return new JdbcRelaxationRepository(dataSource, transactions);
  }

  @Override
  public AttemptRepository attempts() {
    return new JdbcAttemptRepository(dataSource, transactions);
  }

  @Override
  public RefinementRepository refinements() {
    return new JdbcRefinementRepository(dataSource);
  }

  @Override
  public RawFileRepository rawFiles() {
    return new JdbcRawFileRepository(dataSource);
  }

  @Override
  public void together(Runnable keeping) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> keeping.run());
  }

  @Override
  public void afterwards(Runnable action) {
    AfterCommit.run(action);
  }

  @Override
  public StoreFigures figures() {
    return new JdbcFigures(dataSource).figures();
  }

  @Override
  public Instant serverStart() {
    double seconds =
        JdbcClient.create(dataSource)
            .sql("select extract(epoch from clock_timestamp() - pg_postmaster_start_time())")
            .query(Double.class)
            .single();
    return Instant.now().minusMillis(Math.round(1000 * seconds));
  }

  @Override
  public AuditTrail trail() {
    return new JdbcAuditTrail(dataSource);
  }

  @Override
  public EventLog events() {
    return new JdbcEventLog(dataSource);
  }
}
