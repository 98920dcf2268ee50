package org.coesite.store;

import java.util.List;
import javax.sql.DataSource;
import org.coesite.search.Json;
import org.coesite.search.RefinedStructure;
import org.coesite.search.RefinementRepository;
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
    return jdbc.sql("select subject from refinement where search = ? order by number")
        .param(search)
        .query(String.class)
        .list();
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
