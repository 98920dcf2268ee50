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
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Failed attempts in the table {@code attempt}. */
final class JdbcAttemptRepository implements AttemptRepository {

  private static final TypeReference<List<IonicStep>> STEPS = new TypeReference<>() {};

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
            link(RecordKind.ATTEMPT, attempt);
          });
    } catch (DuplicateKeyException anotherWasFaster) {
      // Two workers made the same attempt after a lock ran out; the first to end counts.
    }
  }

  private void link(RecordKind kind, RelaxationRecord attempt) {
    trail.append(attempt.search(), kind, attempt.structure(), attempt.purpose(), attempt.attempt());
  }

  @Override
  public void decide(RelaxationRecord attempt, Decision decision) {
    transaction.executeWithoutResult(
        status -> {
          update(attempt, decision);
          link(RecordKind.DECISION, attempt);
        });
  }

  private void update(RelaxationRecord attempt, Decision decision) {
    jdbc.sql(
            "update attempt set action = ?, next_calculator = ? where search = ? and structure = ?"
                + " and purpose = ? and attempt = ?")
        .params(
            decision.action().name(),
            decision.calculator(),
            attempt.search(),
            attempt.structure(),
            attempt.purpose().name(),
            attempt.attempt())
        .update();
  }

  @Override
  public List<Attempt> of(String search, String structure, Purpose purpose) {
    return jdbc.sql(
            "select * from attempt where search = ? and structure = ? and purpose = ?"
                + " order by attempt")
        .params(search, structure, purpose.name())
        .query((row, index) -> attempt(row))
        .list();
  }

  @Override
  public List<Attempt> all(String search) {
    return jdbc.sql("select * from attempt where search = ? order by started, structure, attempt")
        .param(search)
        .query((row, index) -> attempt(row))
        .list();
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    @Nullable String action = row.getString("action");
    return new Attempt(
        RecordColumns.read(row, Json.read(row.getString("steps"), STEPS)),
        action == null
            ? Optional.empty()
            : Optional.of(
                new Decision(FailureAction.valueOf(action), row.getString("next_calculator"))));
  }
}
