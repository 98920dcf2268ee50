package org.coesite.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.coesite.search.EventLog;
import org.coesite.search.SearchEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events in the table {@code event}. */
final class JdbcEventLog implements EventLog {

  private final JdbcClient jdbc;

  JdbcEventLog(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public void add(String search, String text) {
    jdbc.sql("insert into event (search, happened, message) values (?, ?, ?)")
        .params(search, OffsetDateTime.now(ZoneOffset.UTC), Columns.cut(text))
        .update();
  }

  @Override
  public List<SearchEvent> after(String search, long number) {
    return jdbc.sql(
            "select number, happened, message from event where search = ? and number > ?"
                + " order by number")
        .params(search, number)
        .query(
            (row, index) ->
                new SearchEvent(
                    row.getLong("number"),
                    row.getObject("happened", OffsetDateTime.class).toInstant(),
                    row.getString("message")))
        .list();
  }
}
