package org.coesite.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.search.ContentHash;
import org.coesite.search.Json;
import org.coesite.search.Purpose;
import org.coesite.search.RelaxationKey;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.RelaxationRepository;
import org.coesite.search.Screening;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Relaxations in the tables {@code relaxation} and {@code ionic_step}. */
final class JdbcRelaxationRepository implements RelaxationRepository {

  private final JdbcTemplate template;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JdbcAuditTrail trail;

  JdbcRelaxationRepository(DataSource dataSource, PlatformTransactionManager transactions) {
    this.template = new JdbcTemplate(dataSource);
    this.jdbc = JdbcClient.create(template);
    this.transaction = new TransactionTemplate(transactions);
    this.trail = new JdbcAuditTrail(dataSource);
  }

  @Override
  public boolean has(String search, String structure, Purpose purpose) {
    return jdbc.sql("select 1 from relaxation where search = ? and structure = ? and purpose = ?")
        .params(search, structure, purpose.name())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  @Override
  public Set<String> structures(String search, Purpose purpose) {
    return jdbc.sql("select structure from relaxation where search = ? and purpose = ?")
        .params(search, purpose.name())
        .query(String.class)
        .set();
  }

  @Override
  public boolean record(RelaxationRecord relaxation) {
    RelaxationKey key = relaxation.key();
    if (has(relaxation.search(), relaxation.structure(), relaxation.purpose())) {
      return false;
    }
    try {
      transaction.executeWithoutResult(status -> insert(key, relaxation));
      return true;
    } catch (DuplicateKeyException anotherWasFaster) {
      return false;
    }
  }

  private void insert(RelaxationKey key, RelaxationRecord record) {
    Map<String, Object> columns = RecordColumns.of(record);
    columns.put("relaxation_key", key.value());
    columns.put("input_sha256", ContentHash.of(record.start()));
    columns.put("output_sha256", ContentHash.of(record.outcome()));
    Columns.insert(jdbc, "relaxation", columns);
    template.batchUpdate(
        "insert into ionic_step (search, relaxation_key, number, energy, max_force, volume)"
            + " values (?, ?, ?, ?, ?, ?)",
        record.outcome().steps().stream().map(step -> row(record.search(), key, step)).toList());
    trail.append(
        record.search(),
        RecordKind.RELAXATION,
        RecordKind.record(record.structure(), record.purpose()),
        record.files());
  }

  private static Object[] row(String search, RelaxationKey key, IonicStep step) {
    return new Object[] {
      search, key.value(), step.number(), step.energy(), step.maxForce(), step.volume()
    };
  }

  @Override
  public Optional<Relaxation> of(String search, String structure, Purpose purpose) {
    return find(search, structure, purpose).map(RelaxationRecord::outcome);
  }

  @Override
  public Optional<RelaxationRecord> find(String search, String structure, Purpose purpose) {
    return jdbc.sql("select * from relaxation where search = ? and structure = ? and purpose = ?")
        .params(search, structure, purpose.name())
        .query((row, index) -> RecordColumns.read(row, steps(search, key(row))))
        .optional();
  }

  @Override
  public Map<RelaxationKey, Integer> lastSteps(String search) {
    Map<RelaxationKey, Integer> last = new HashMap<>();
    jdbc.sql(
            "select relaxation_key, max(number) as last from ionic_step where search = ?"
                + " group by relaxation_key")
        .param(search)
        .query(
            (RowCallbackHandler) row -> last.put(new RelaxationKey(key(row)), row.getInt("last")));
    return last;
  }

  @Override
  public List<RelaxationRecord> all(String search) {
    return jdbc.sql(
            "select * from relaxation where search = ? order by started, structure, purpose")
        .param(search)
        .query((row, index) -> RecordColumns.read(row, List.of()))
        .list();
  }

  @Override
  public Map<String, Screening> screenings(String search) {
    Map<String, Screening> screenings = new HashMap<>();
    // Nearly all have the same settings.
    Map<String, RelaxationSettings> read = new HashMap<>();
    jdbc.sql(
            "select structure, calculator, version, settings, ended from relaxation"
                + " where search = ? and purpose = 'SCREEN'")
        .param(search)
        .query(
            (RowCallbackHandler)
                row ->
                    screenings.put(
                        row.getString("structure"),
                        new Screening(
                            row.getString("calculator"),
                            row.getString("version"),
                            read.computeIfAbsent(
                                row.getString("settings"),
                                text -> Json.read(text, RelaxationSettings.class)),
                            Columns.time(row, "ended"))));
    return screenings;
  }

  private static String key(ResultSet row) throws SQLException {
    return row.getString("relaxation_key");
  }

  private List<IonicStep> steps(String search, String key) {
    return jdbc.sql(
            "select * from ionic_step where search = ? and relaxation_key = ? order by number")
        .params(search, key)
        .query(
            (row, index) ->
                new IonicStep(
                    row.getInt("number"),
                    row.getDouble("energy"),
                    row.getDouble("max_force"),
                    row.getDouble("volume")))
        .list();
  }

  @Override
  public List<Instant> lastEnds(String search, int atMost) {
    return jdbc.sql(
            "select ended from relaxation where search = ? and purpose = 'SCREEN'"
                + " order by ended desc limit ?")
        .params(search, atMost)
        .query((row, index) -> row.getObject("ended", OffsetDateTime.class).toInstant())
        .list();
  }

  @Override
  public Outcomes outcomes(String search) {
    Map<String, Integer> counts = new HashMap<>();
    jdbc.sql(
            "select outcome, count(*) as number from relaxation where search = ? and"
                + " purpose = 'SCREEN' group by outcome")
        .param(search)
        .query(
            (RowCallbackHandler) row -> counts.put(row.getString("outcome"), row.getInt("number")));
    return new Outcomes(
        counts.getOrDefault(OutcomeColumns.CONVERGED, 0),
        counts.getOrDefault(OutcomeColumns.NOT_CONVERGED, 0),
        counts.getOrDefault(OutcomeColumns.FAILED, 0));
  }

  @Override
  public Duration calculatorCpu(String search) {
    return Columns.seconds(
        jdbc.sql("select coalesce(sum(cpu_seconds), 0) from relaxation where search = ?")
            .param(search)
            .query(Double.class)
            .single());
  }
}
