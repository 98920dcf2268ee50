package org.coesite.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final String DECISIONS =
      "select structure, purpose, attempt, action, next_calculator from decision where search = ?";

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
    String one = " and structure = ? and purpose = ? ";
    List<Object> parameters = List.of(search, structure, purpose.name());
    return attempts(
        "select * from attempt where search = ?" + one + "order by attempt",
        DECISIONS + one + "order by number",
        parameters);
  }

  @Override
  public List<Attempt> all(String search) {
    return attempts(
        "select * from attempt where search = ? order by started, structure, attempt",
        DECISIONS + " order by number",
        List.of(search));
  }

  private List<Attempt> attempts(String attempts, String decisions, List<Object> parameters) {
    Map<String, List<Decision>> decided = new HashMap<>();
    jdbc.sql(decisions)
        .params(parameters)
        .query(
            row -> {
              decided.computeIfAbsent(name(row), name -> new ArrayList<>()).add(decision(row));
            });
    return jdbc.sql(attempts)
        .params(parameters)
        .query(
            (row, index) ->
                new Attempt(
                    RecordColumns.read(row, Json.read(row.getString("steps"), STEPS)),
                    decided.getOrDefault(name(row), List.of())))
        .list();
  }

  private static String name(ResultSet row) throws SQLException {
    return RecordKind.record(
        row.getString("structure"), row.getString("purpose"), row.getInt("attempt"));
  }
}
