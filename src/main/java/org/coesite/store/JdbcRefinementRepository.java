package org.coesite.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.coesite.search.Json;
import org.coesite.search.PlannedSubject;
import org.coesite.search.RefinedStructure;
import org.coesite.search.RefinementRepository;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is refined and what that led to, in the table {@code refinement}. */
final class JdbcRefinementRepository implements RefinementRepository {

  private final JdbcClient jdbc;

  JdbcRefinementRepository(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
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
    return jdbc.sql(
            "select subject from refinement where search = ? and declined is null order by number")
        .param(search)
        .query(String.class)
        .list();
  }

  @Override
  public void describe(String search, List<PlannedSubject> subjects) {
    for (PlannedSubject subject : subjects) {
      jdbc.sql("update refinement set planned = ? where search = ? and subject = ?")
          .params(Json.write(subject), search, subject.id())
          .update();
    }
  }

  @Override
  public List<PlannedSubject> described(String search) {
    return jdbc.sql(
            "select subject, planned, declined from refinement where search = ? order by number")
        .param(search)
        .query((row, index) -> described(row))
        .list();
  }

  /** Plans of earlier versions hold ids only. */
  private static PlannedSubject described(ResultSet row) throws SQLException {
    @Nullable String planned = row.getString("planned");
    PlannedSubject subject =
        planned == null
            ? PlannedSubject.named(row.getString("subject"))
            : Json.read(planned, PlannedSubject.class);
    return subject.withDeclined(row.getString("declined"));
  }

  @Override
  public void decline(String search, List<String> subjects, String reason) {
    for (String subject : subjects) {
      jdbc.sql("update refinement set declined = ? where search = ? and subject = ?")
          .params(reason, search, subject)
          .update();
    }
  }

  @Override
  public void save(String search, RefinedStructure refined) {
    jdbc.sql("update refinement set result = ? where search = ? and subject = ?")
        .params(Json.write(refined), search, refined.subject())
        .update();
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
