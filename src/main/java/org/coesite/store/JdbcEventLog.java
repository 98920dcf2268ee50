package org.coesite.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.coesite.search.EventLog;
import org.coesite.search.LogFields;
import org.coesite.search.SearchEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events in the table {@code event}; each is a line of the log too, once it is committed. */
final class JdbcEventLog implements EventLog {

  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

  private final JdbcClient jdbc;

  JdbcEventLog(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public void add(String search, String text) {
    jdbc.sql("insert into event (search, happened, message) values (?, ?, ?)")
        .params(search, OffsetDateTime.now(ZoneOffset.UTC), Columns.cut(text))
        .update();
    LogFields fields = LogFields.of(search).alsoHere();
    AfterCommit.run(() -> fields.run(() -> LOG.info("{}", text)));
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
