package org.coesite.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.coesite.search.RefinedSearch;
import org.coesite.search.SearchEntry.Effort;
import org.coesite.search.SearchState;
import org.coesite.search.SmallSearches;
import org.coesite.search.StoreFigures;
import org.coesite.search.StoreFigures.Failures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreFiguresTest {

  private final SearchDatabase database = SearchDatabase.open("jdbc:h2:mem:figures");

  @BeforeEach
  void keep_a_search() {
    RefinedSearch.keep(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void an_empty_store_has_no_searches_in_any_state() {
    try (SearchDatabase empty = SearchDatabase.open("jdbc:h2:mem:nothing")) {
      StoreFigures figures = empty.figures();

      assertThat(figures.searches()).hasSize(SearchState.values().length).containsValue(0L);
      assertThat(figures.engineShare()).isZero();
    }
  }

  @Test
  void failures_are_counted_by_calculator_and_reason() {
    assertThat(database.figures().failures())
        .containsExactly(
            new Failures("quantum-espresso", "KILLED", 1),
            new Failures("quantum-espresso", "SCF_NOT_CONVERGED", 1));
  }

  @Test
  void what_is_left_of_a_refinement_is_due_while_its_search_goes_on() {
    assertThat(database.figures().refinementDue()).as("it was stopped").isZero();

    database.searches().setState(RefinedSearch.NAME, SearchState.RUNNING, null);

    assertThat(database.figures().refinementDue()).as("stishovite").isOne();
  }

  @Test
  void structures_of_a_generation_are_due_until_they_are_relaxed() {
    database.searches().setState(RefinedSearch.NAME, SearchState.RUNNING, null);
    assertThat(database.figures().screeningDue()).isZero();

    database.searches().create("other", SmallSearches.of(1, 1), List.of());
    database
        .structures()
        .saveCandidates("other", database.structures().candidates(RefinedSearch.NAME, 0));
    assertThat(database.figures().screeningDue()).as("in no batch yet").isZero();
    database.structures().saveBatches("other", 0, List.of(0));

    assertThat(database.figures().screeningDue()).isOne();
  }

  @Test
  void the_share_of_the_engine_is_that_of_all_searches_together() {
    database.searches().create("other", SmallSearches.of(1, 1), List.of());
    effort(RefinedSearch.NAME, 8, 1);
    effort("other", 2, 1);

    assertThat(database.figures().engineShare()).isEqualTo(0.2);
  }

  private void effort(String search, int process, int engine) {
    database
        .searches()
        .addEffort(
            search,
            new Effort(
                Duration.ofSeconds(9), Duration.ofSeconds(process), Duration.ofSeconds(engine)));
  }
}
