package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.coesite.search.SearchState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The page of a search of 20,000 relaxations. */
class LongSearchTest {

  private static final int RELAXATIONS = 20_000;

  private static final String SETTINGS =
      """
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 4}
      stop: {relaxations: 4}
      """;

  /** A thousand generations of twenty, every fifth structure new; all copies of one crystal. */
  private static void fill(JdbcTemplate database) {
    database.update(
        "insert into structure (search, id, generation, slot, batch, operator, parents, draws,"
            + " start_structure) select 'long', 'g' || lpad((x / 20) + 10, 4, '0') || 's' ||"
            + " lpad(mod(x, 20), 2, '0'), (x / 20) + 10, mod(x, 20), 0, operator, '[]', '{}',"
            + " start_structure from system_range(0, ?) r(x), (select * from structure where"
            + " search = 'long' limit 1)",
        RELAXATIONS - 1);
    database.update(
        "insert into individual (search, structure, verdict, duplicate_of, duplicate_distance,"
            + " duplicate_energy_difference, energy_per_atom, space_group_number,"
            + " space_group_symbol, relaxed_structure) select 'long', s.id, case when"
            + " mod(s.slot, 5) = 0 then 'KEPT' else 'DUPLICATE' end, case when mod(s.slot, 5) = 0"
            + " then null else i.structure end, 0.001, 0, i.energy_per_atom + 0.0001 *"
            + " mod(s.generation * 37 + s.slot * 101, 5000), i.space_group_number,"
            + " i.space_group_symbol, i.relaxed_structure from structure s, (select * from"
            + " individual where search = 'long' and verdict = 'KEPT' limit 1) i where s.search ="
            + " 'long' and s.generation >= 10");
  }

  @Test
  void twenty_thousand_points_are_drawn_and_the_page_stays_usable(@TempDir Path directory)
      throws Exception {
    try (TestServer server = new TestServer(directory);
        Chromium browser = new Chromium(server)) {
      server.service().start(server.settings(SETTINGS, "long"), "long", List.of());
      assertThat(server.service().await("long", Chromium.LONG)).isEqualTo(SearchState.FINISHED);
      fill(new JdbcTemplate(server.dataSource()));
      browser.signOn();
      browser.open("/searches/long");

      browser.awaitFigure("#diagram", "points", RELAXATIONS);
      browser.awaitText("#structures", "unique structures");
      browser.type("#filter", server.service().population("long").phases().get(0).id());
      browser.awaitText("#structures", "1 of");

      browser.picture("long");
      assertThat(browser.colours("#diagram")).isGreaterThan(20);
      assertThat(browser.complaints()).isEmpty();
    }
  }
}
