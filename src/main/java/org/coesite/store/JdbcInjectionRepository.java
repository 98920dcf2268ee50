package org.coesite.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.coesite.crystal.Structure;
import org.coesite.evolution.Injected;
import org.coesite.search.ContentHash;
import org.coesite.search.InjectionRepository;
import org.coesite.search.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Structures that people gave, in the table {@code injected_structure}. */
final class JdbcInjectionRepository implements InjectionRepository {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JdbcAuditTrail trail;

  JdbcInjectionRepository(DataSource dataSource, PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(transactions);
    this.trail = new JdbcAuditTrail(dataSource);
  }

  @Override
  public int add(String search, String file, String content, String person, Structure structure) {
    return Objects.requireNonNull(
        transaction.execute(status -> insert(search, file, content, person, structure)));
  }

  private int insert(
      String search, String file, String content, String person, Structure structure) {
    // Who adds to the chain waits here until another transaction that does so has ended.
    trail.lock(search);
    int number =
        jdbc.sql("select coalesce(max(number), 0) + 1 from injected_structure where search = ?")
            .param(search)
            .query(Integer.class)
            .single();
    jdbc.sql(
            "insert into injected_structure (search, number, since, file, content, sha256, person,"
                + " start_structure) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            search,
            number,
            Columns.time(Instant.now()),
            file,
            content,
            ContentHash.of(content),
            person,
            Json.write(structure))
        .update();
    trail.append(search, RecordKind.INJECTION, number);
    return number;
  }

  @Override
  public List<Injected> waiting(String search) {
    return jdbc.sql(
            "select * from injected_structure where search = ? and structure is null"
                + " order by number")
        .param(search)
        .query(
            (row, index) ->
                new Injected(
                    row.getInt("number"),
                    row.getString("file"),
                    row.getString("sha256"),
                    row.getString("person"),
                    Json.structure(row.getString("start_structure"))))
        .list();
  }

  @Override
  public void take(String search, int number, String structure) {
    jdbc.sql("update injected_structure set structure = ? where search = ? and number = ?")
        .params(structure, search, number)
        .update();
  }
}
