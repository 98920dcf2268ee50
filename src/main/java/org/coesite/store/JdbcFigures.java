package org.coesite.store;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.coesite.search.SearchState;
import org.coesite.search.StoreFigures;
import org.coesite.search.StoreFigures.Failures;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts rows of all searches; what ended long ago is counted by its state alone. */
final class JdbcFigures {

  /** The mutated structures of the next generation are in no batch yet. */
  private static final String SCREENING_DUE =
      """
      select count(*) from structure s join search on search.name = s.search
      where search.state in ('RUNNING', 'INCIDENT') and s.batch is not null
      and not exists (select 1 from relaxation r
        where r.search = s.search and r.structure = s.id and r.purpose = 'SCREEN')
      """;

  /** One whose relaxation was given up comes to no energy. */
  private static final String REFINEMENT_DUE =
      """
      select count(*) from refinement f join search on search.name = f.search
      where search.state in ('RUNNING', 'INCIDENT')
      and not exists (select 1 from relaxation r
        where r.search = f.search and r.structure = f.subject
        and (r.purpose = 'FINAL_ENERGY' or r.purpose = 'REFINE' and r.outcome <> 'CONVERGED'))
      """;

  private static final String FAILURES =
      """
      select calculator, failure, count(*) as number from attempt where failure is not null
      group by calculator, failure order by calculator, failure
      """;

  private final JdbcClient jdbc;

  JdbcFigures(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  StoreFigures figures() {
    return new StoreFigures(
        searches(),
        count(SCREENING_DUE),
        count(REFINEMENT_DUE),
        jdbc.sql(FAILURES)
            .query(
                (row, index) ->
                    new Failures(
                        row.getString("calculator"),
                        row.getString("failure"),
                        row.getLong("number")))
            .list(),
        spent("process_cpu_seconds"),
        spent("engine_cpu_seconds"));
  }

  private Map<SearchState, Long> searches() {
    Map<SearchState, Long> searches = new EnumMap<>(SearchState.class);
    for (SearchState state : SearchState.values()) {
      searches.put(state, 0L);
    }
    jdbc.sql("select state, count(*) as number from search group by state")
        .query(
            (RowCallbackHandler)
                row ->
                    searches.put(
                        SearchState.valueOf(row.getString("state")), row.getLong("number")));
    return searches;
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private Duration spent(String column) {
    return Columns.seconds(
        jdbc.sql("select coalesce(sum(%s), 0) from search".formatted(column))
            .query(Double.class)
            .single());
  }
}
