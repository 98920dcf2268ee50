package org.coesite.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.coesite.calculator.IonicStep;
import org.coesite.search.Attempt;
import org.coesite.search.AttemptRepository;
import org.coesite.search.Decision;
import org.coesite.search.FailureAction;
import org.coesite.search.Json;
import org.coesite.search.Purpose;
import org.coesite.search.RelaxationRecord;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Failed attempts in the table {@code attempt}, what was decided in {@code decision}. */
final class JdbcAttemptRepository implements AttemptRepository {

  private static final TypeReference<List<IonicStep>> STEPS = new TypeReference<>() {};

  private static final String WITH_LAST_DECISION =
      "select a.*, d.action, d.next_calculator from attempt a left join decision d on d.search ="
          + " a.search and d.structure = a.structure and d.purpose = a.purpose and d.attempt ="
          + " a.attempt and not exists (select 1 from decision l where l.search = d.search and"
          + " l.structure = d.structure and l.purpose = d.purpose and l.attempt = d.attempt and"
          + " l.number > d.number)";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JdbcAuditTrail trail;

  JdbcAttemptRepository(DataSource dataSource, PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(transactions);
    this.trail = new JdbcAuditTrail(dataSource);
  }

  @Override
  public void add(RelaxationRecord attempt) {
    Map<String, Object> columns = RecordColumns.of(attempt);
    columns.put("steps", Json.write(attempt.outcome().steps()));
    try {
      transaction.executeWithoutResult(
          status -> {
            Columns.insert(jdbc, "attempt", columns);
            trail.append(
                attempt.search(),
                RecordKind.ATTEMPT,
                RecordKind.record(attempt.structure(), attempt.purpose(), attempt.attempt()),
                attempt.files());
          });
    } catch (DuplicateKeyException anotherWasFaster) {
      // Two workers made the same attempt after a lock ran out; the first to end counts.
    }
  }

  @Override
  public void decide(RelaxationRecord attempt, Decision decision) {
    transaction.executeWithoutResult(status -> insert(attempt, decision));
  }

  private void insert(RelaxationRecord attempt, Decision decision) {
    List<Decision> before =
        jdbc.sql(
                "select action, next_calculator from decision where search = ? and structure = ?"
                    + " and purpose = ? and attempt = ? order by number")
            .params(
                attempt.search(), attempt.structure(), attempt.purpose().name(), attempt.attempt())
            .query((row, index) -> decision(row))
            .list();
    int number = before.size() + 1;
    if (number > 1 && before.get(number - 2).equals(decision)) {
      return;
    }
    jdbc.sql(
            "insert into decision (search, structure, purpose, attempt, number, action,"
                + " next_calculator) values (?, ?, ?, ?, ?, ?, ?)")
        .params(
            attempt.search(),
            attempt.structure(),
            attempt.purpose().name(),
            attempt.attempt(),
            number,
            decision.action().name(),
            decision.calculator())
        .update();
    trail.append(
        attempt.search(),
        RecordKind.DECISION,
        attempt.structure(),
        attempt.purpose(),
        attempt.attempt(),
        number);
  }

  private static Decision decision(ResultSet row) throws SQLException {
    return new Decision(
        FailureAction.valueOf(row.getString("action")), row.getString("next_calculator"));
  }

  @Override
  public List<Attempt> of(String search, String structure, Purpose purpose) {
    return jdbc.sql(
            WITH_LAST_DECISION
                + " where a.search = ? and a.structure = ? and a.purpose = ? order by a.attempt")
        .params(search, structure, purpose.name())
        .query((row, index) -> attempt(row))
        .list();
  }

  @Override
  public List<Attempt> all(String search) {
    return jdbc.sql(
            WITH_LAST_DECISION + " where a.search = ? order by a.started, a.structure, a.attempt")
        .param(search)
        .query((row, index) -> attempt(row))
        .list();
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    return new Attempt(
        RecordColumns.read(row, Json.read(row.getString("steps"), STEPS)),
        row.getString("action") == null ? Optional.empty() : Optional.of(decision(row)));
  }
}
