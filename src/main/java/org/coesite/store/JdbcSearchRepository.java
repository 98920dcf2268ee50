package org.coesite.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.coesite.search.Amendment;
import org.coesite.search.Json;
import org.coesite.search.Reference;
import org.coesite.search.SearchEntry;
import org.coesite.search.SearchEntry.Effort;
import org.coesite.search.SearchNameException;
import org.coesite.search.SearchRepository;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary.ReferenceDistance;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Searches in the tables {@code search}, {@code reference_phase}, {@code reference_distance}. */
final class JdbcSearchRepository implements SearchRepository {

  /** All with rows of a search, those that name rows of others first. */
  private static final List<String> TABLES =
      List.of(
          "decision",
          "attempt",
          "ionic_step",
          "relaxation",
          "refinement",
          "raw_file",
          "reference_distance",
          "individual",
          "selection",
          "injected_structure",
          "structure",
          "reference_phase",
          "event",
          "audit_link",
          "audit_head",
          "settings_version",
          "failure_policy");

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final JdbcAuditTrail trail;

  JdbcSearchRepository(DataSource dataSource, PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(dataSource);
    this.transaction = new TransactionTemplate(transactions);
    this.trail = new JdbcAuditTrail(dataSource);
  }

  @Override
  public void create(String name, SearchSettings settings, List<Reference> references) {
    try {
      transaction.executeWithoutResult(status -> insert(name, settings, references));
    } catch (DuplicateKeyException taken) {
      throw new SearchNameException(
          "there is a search '%s' already; resume it, or start this one under another name"
              .formatted(name));
    }
  }

  private void insert(String name, SearchSettings settings, List<Reference> references) {
    jdbc.sql(
            "insert into search (name, seed, settings, source, state, created, wall_seconds,"
                + " process_cpu_seconds, engine_cpu_seconds) values (?, ?, ?, ?, ?, ?, 0, 0, 0)")
        .params(
            name,
            settings.seed(),
            Json.write(settings),
            settings.source(),
            SearchState.RUNNING.name(),
            Columns.time(Instant.now()))
        .update();
    trail.begin(name);
    keepVersion(name, 0, settings, "as started");
    int number = 0;
    for (Reference reference : references) {
      jdbc.sql("insert into reference_phase (search, number, name, content) values (?, ?, ?, ?)")
          .params(name, number, reference.name(), Json.write(reference.structure()))
          .update();
      trail.append(name, RecordKind.REFERENCE, number++);
    }
  }

  private void keepVersion(String name, int number, SearchSettings settings, String changes) {
    jdbc.sql(
            "insert into settings_version (search, number, since, settings, source, changes)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(
            name,
            number,
            Columns.time(Instant.now()),
            Json.write(settings),
            settings.source(),
            changes)
        .update();
    trail.append(name, RecordKind.SETTINGS, number);
  }

  @Override
  public void delete(String name) {
    transaction.executeWithoutResult(
        status -> {
          for (String table : TABLES) {
            jdbc.sql("delete from %s where search = ?".formatted(table)).param(name).update();
          }
          jdbc.sql("delete from search where name = ?").param(name).update();
        });
  }

  @Override
  public Optional<SearchEntry> find(String name) {
    return jdbc.sql("select * from search where name = ?")
        .param(name)
        .query(JdbcSearchRepository::entry)
        .optional();
  }

  @Override
  public List<SearchEntry> list() {
    return jdbc.sql("select * from search order by created, name")
        .query(JdbcSearchRepository::entry)
        .list();
  }

  private static SearchEntry entry(ResultSet row, int index) throws SQLException {
    return new SearchEntry(
        row.getString("name"),
        row.getLong("seed"),
        SearchState.valueOf(row.getString("state")),
        row.getString("stop"),
        Columns.time(row, "created"),
        new Effort(
            Columns.seconds(row.getDouble("wall_seconds")),
            Columns.seconds(row.getDouble("process_cpu_seconds")),
            Columns.seconds(row.getDouble("engine_cpu_seconds"))));
  }

  @Override
  public SearchSettings settings(String name) {
    return Json.read(
        jdbc.sql("select settings from search where name = ?")
            .param(name)
            .query(String.class)
            .single(),
        SearchSettings.class);
  }

  @Override
  public List<Reference> references(String name) {
    return jdbc.sql("select name, content from reference_phase where search = ? order by number")
        .param(name)
        .query(
            (row, index) ->
                new Reference(row.getString("name"), Json.structure(row.getString("content"))))
        .list();
  }

  @Override
  public void amend(String name, Amendment amendment) {
    transaction.executeWithoutResult(
        status -> {
          SearchSettings settings = amendment.settings();
          jdbc.sql("update search set settings = ?, source = ? where name = ?")
              .params(Json.write(settings), settings.source(), name)
              .update();
          keepVersion(name, versions(name), settings, amendment.changes());
          jdbc.sql("delete from refinement where search = ?").param(name).update();
        });
  }

  @Override
  public List<String> amendments(String name) {
    return jdbc.sql(
            "select changes from settings_version where search = ? and number > 0 order by number")
        .param(name)
        .query(String.class)
        .list();
  }

  @Override
  public boolean keepPolicy(String name, String table) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              List<String> before =
                  jdbc.sql("select content from failure_policy where search = ? order by number")
                      .param(name)
                      .query(String.class)
                      .list();
              if (!before.isEmpty() && before.get(before.size() - 1).equals(table)) {
                return false;
              }
              int number = before.size() + 1;
              jdbc.sql(
                      "insert into failure_policy (search, number, since, content) values (?, ?, ?, ?)")
                  .params(name, number, Columns.time(Instant.now()), table)
                  .update();
              trail.append(name, RecordKind.POLICY, number);
              return number > 1;
            }));
  }

  private int versions(String name) {
    return jdbc.sql("select coalesce(max(number) + 1, 1) from settings_version where search = ?")
        .param(name)
        .query(Integer.class)
        .single();
  }

  @Override
  public void setState(String name, SearchState state, @Nullable String stop) {
    jdbc.sql("update search set state = ?, stop = ? where name = ?")
        .params(state.name(), stop == null ? null : Columns.cut(stop), name)
        .update();
  }

  @Override
  public void addEffort(String name, Effort effort) {
    jdbc.sql(
            "update search set wall_seconds = wall_seconds + ?, process_cpu_seconds ="
                + " process_cpu_seconds + ?, engine_cpu_seconds = engine_cpu_seconds + ?"
                + " where name = ?")
        .params(
            Columns.seconds(effort.wall()),
            Columns.seconds(effort.processCpu()),
            Columns.seconds(effort.engineCpu()),
            name)
        .update();
  }

  @Override
  public void saveDistances(String name, String structure, List<ReferenceDistance> distances) {
    jdbc.sql("delete from reference_distance where search = ? and structure = ?")
        .params(name, structure)
        .update();
    for (ReferenceDistance distance : distances) {
      jdbc.sql(
              "insert into reference_distance (search, structure, reference, cosine_distance)"
                  + " values (?, ?, ?, ?)")
          .params(name, structure, distance.name(), distance.cosineDistance())
          .update();
    }
  }

  @Override
  public List<ReferenceDistance> distances(String name, String structure) {
    return jdbc.sql(
            "select reference, cosine_distance from reference_distance where search = ? and"
                + " structure = ? order by cosine_distance, reference")
        .params(name, structure)
        .query(
            (row, index) ->
                new ReferenceDistance(row.getString("reference"), row.getDouble("cosine_distance")))
        .list();
  }
}
