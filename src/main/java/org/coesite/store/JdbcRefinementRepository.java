package org.coesite.store;

import java.util.List;
import javax.sql.DataSource;
import org.coesite.search.Json;
import org.coesite.search.RefinedStructure;
import org.coesite.search.RefinementRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is refined and what that led to, in the table {@code refinement}. */
final class JdbcRefinementRepository implements RefinementRepository {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JdbcAuditTrail trail;

  JdbcRefinementRepository(DataSource dataSource, PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(transactions);
    this.trail = new JdbcAuditTrail(dataSource);
  }

  @Override
  public void plan(String search, List<String> subjects) {
    if (!planned(search).isEmpty()) {
      return;
    }
    int number = 0;
    for (String subject : subjects) {
      jdbc.sql("insert into refinement (search, subject, number) values (?, ?, ?)")
          .params(search, subject, number++)
          .update();
    }
  }

  @Override
  public List<String> planned(String search) {
    return jdbc.sql("select subject from refinement where search = ? order by number")
        .param(search)
        .query(String.class)
        .list();
  }

  @Override
  public void save(String search, RefinedStructure refined) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("update refinement set result = ? where search = ? and subject = ?")
              .params(Json.write(refined), search, refined.subject())
              .update();
          trail.append(search, RecordKind.REFINED, refined.subject());
        });
  }

  @Override
  public List<RefinedStructure> of(String search) {
    return jdbc.sql(
            "select result from refinement where search = ? and result is not null order by number")
        .param(search)
        .query((row, index) -> Json.read(row.getString("result"), RefinedStructure.class))
        .list();
  }
}
