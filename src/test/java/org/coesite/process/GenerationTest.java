package org.coesite.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.Individual;
import org.coesite.evolution.OperatorName;
import org.coesite.search.Attempt;
import org.coesite.search.Decision;
import org.coesite.search.FailureAction;
import org.coesite.search.SearchEvent;
import org.coesite.search.SearchIncident;
import org.coesite.search.SearchState;
import org.coesite.search.SmallSearches;
import org.coesite.search.ToyCalculator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks every path of generation, step by step, on an engine in memory. */
class GenerationTest {

  @RegisterExtension
  static final InMemoryEngine ENGINE = InMemoryEngine.covering(GenerationModel.KEY);

  @RegisterExtension static final ProcessEngineCoverageExtension COVERAGE = ENGINE.coverage();

  @Test
  void failed_relaxations_are_ranked_with_their_reason() {
    ToyCalculator calculator =
        new ToyCalculator(
            (number, start) ->
                number % 2 == 0
                    ? ToyCalculator.converged(start)
                    : new Failed(FailureReason.COLLAPSED, "Si and O at 0.2 Å", List.of()));
    SteppedSearch search = ENGINE.search("failures", calculator);

    search.start(SmallSearches.of(1, 1));
    search.run();

    assertThat(search.service().summary("failures").relaxations())
        .satisfies(
            counts -> {
              assertThat(counts.failed()).isEqualTo(4);
              assertThat(counts.converged()).isEqualTo(4);
            });
    assertThat(search.service().progress("failures").state()).isEqualTo(SearchState.FINISHED);
  }

  @Test
  void a_structure_that_the_calculator_refuses_fails_and_the_rest_of_its_batch_does_not() {
    ToyCalculator calculator =
        new ToyCalculator(
            (number, start) -> {
              if (number == 1) {
                throw new IllegalArgumentException("no parameters for Si");
              }
              return ToyCalculator.converged(start);
            });
    SteppedSearch search = ENGINE.search("refused", calculator);

    search.start(SmallSearches.of(1, 1));
    search.run();

    assertThat(search.service().summary("refused").state()).isEqualTo(SearchState.FINISHED);
    assertThat(search.service().summary("refused").relaxations())
        .satisfies(
            counts -> {
              assertThat(counts.failed()).isEqualTo(1);
              assertThat(counts.converged()).isEqualTo(7);
            });
    assertThat(search.service().eventsAfter("refused", 0))
        .anyMatch(
            event ->
                event.text().matches(".*toy refuses g000s\\d+: no parameters for Si.*discard"));
  }

  @Test
  void a_batch_for_a_calculator_that_its_worker_lacks_has_failed() {
    SteppedSearch search = ENGINE.search("lacking", ToyCalculator.converging());
    search.start(SmallSearches.of(1, 1));
    search.runToTheWorker();

    search.raise(search.fetch().get(0), GenerationModel.CALCULATOR_REFUSED);
    search.run();

    assertThat(search.service().summary("lacking").relaxations().failed()).isEqualTo(2);
    assertThat(search.steps()).contains("record-failures");
  }

  @Test
  void any_other_error_of_a_worker_fails_the_batch_too() {
    SteppedSearch search = ENGINE.search("odd", ToyCalculator.converging());
    search.start(SmallSearches.of(1, 1));
    search.runToTheWorker();

    search.raise(search.fetch().get(0), "NOBODY_HEARD_OF_IT");
    search.run();

    assertThat(search.service().summary("odd").relaxations().failed()).isEqualTo(2);
    assertThat(search.service().eventsAfter("odd", 0))
        .anyMatch(event -> event.text().equals("failures in a batch of structures: said a worker"));
  }

  @Test
  void a_killed_relaxation_is_made_again_and_both_attempts_stay_on_record() {
    SteppedSearch search =
        ENGINE.search(
            "killed",
            new ToyCalculator(
                (number, start) ->
                    number == 1
                        ? new Failed(FailureReason.KILLED, "signal 9", List.of())
                        : ToyCalculator.converged(start)));

    search.start(SmallSearches.of(1, 1));
    search.run();

    assertThat(search.service().summary("killed").relaxations().converged()).isEqualTo(8);
    List<Attempt> attempts = ENGINE.database().attempts().all("killed");
    assertThat(attempts).hasSize(1);
    Attempt first = attempts.get(0);
    assertThat(first.record().failure()).contains(FailureReason.KILLED);
    assertThat(first.decision()).contains(Decision.of(FailureAction.RETRY_SAME));
    assertThat(ENGINE.database().relaxations().all("killed"))
        .filteredOn(relaxation -> relaxation.attempt() == 2)
        .singleElement()
        .extracting(relaxation -> relaxation.structure())
        .isEqualTo(first.record().structure());
  }

  @Test
  void a_missing_program_waits_for_a_person_and_goes_on_when_it_is_there() {
    boolean[] installed = {false};
    SteppedSearch search =
        ENGINE.search(
            "missing",
            new ToyCalculator(
                (number, start) ->
                    installed[0]
                        ? ToyCalculator.converged(start)
                        : new Failed(
                            FailureReason.CALCULATOR_MISSING, "there is no 'toy'", List.of())));
    search.start(SmallSearches.of(1, 1));
    search.run();

    assertThat(search.service().progress("missing").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(search.service().progress("missing").stop()).contains("there is no 'toy'");
    assertThat(ENGINE.incidents())
        .extracting(Incident::getActivityId)
        .contains(GenerationModel.LOOK_AFTER);
    assertThat(search.service().incidents("missing"))
        .hasSize(4)
        .allSatisfy(
            incident -> {
              assertThat(incident.step()).isEqualTo(GenerationModel.LOOK_AFTER);
              assertThat(incident.message()).startsWith(incident.structure() + ": ");
            });

    installed[0] = true;
    search.service().resume("missing");
    search.run();

    assertThat(search.service().progress("missing").state()).isEqualTo(SearchState.FINISHED);
    assertThat(search.service().summary("missing").relaxations().converged()).isEqualTo(8);
    assertThat(ENGINE.incidents()).isEmpty();
  }

  @Test
  void a_batch_that_breaks_its_worker_three_times_waits_for_a_person_who_has_it_tried_again() {
    ToyCalculator calculator =
        new ToyCalculator(
            (number, start) -> {
              if (number == 1) {
                throw new NoClassDefFoundError("Ewald");
              }
              if (number <= RelaxationWork.ATTEMPTS) {
                throw new IllegalStateException("disk full");
              }
              return ToyCalculator.converged(start);
            });
    SteppedSearch search = ENGINE.search("broken", calculator);
    search.start(SmallSearches.of(1, 1));
    for (int attempt = 0; attempt < RelaxationWork.ATTEMPTS; attempt++) {
      search.runToTheWorker();
      search.runOneBatch();
      letPass(Duration.ofMinutes(attempt + 1));
    }

    assertThat(search.service().progress("broken").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(search.service().progress("broken").stop())
        .contains("'relax-batch'")
        .contains("disk full");

    List<SearchIncident> incidents = search.service().incidents("broken");
    assertThat(incidents)
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.step()).isEqualTo(GenerationModel.RELAX_BATCH);
              assertThat(incident.structure()).isNull();
              assertThat(incident.message()).contains("disk full");
            });
    assertThat(search.service().retry("broken", incidents.get(0).id())).isTrue();
    search.run();

    assertThat(search.service().progress("broken").state()).isEqualTo(SearchState.FINISHED);
    assertThat(search.service().summary("broken").relaxations().converged()).isEqualTo(8);
  }

  /** A cell that fits into the search, of one edge or another. */
  private static final String GIVEN =
      """
      given
      1.0
      %s 0 0
      0 3.3 0
      0 0 3.3
      Si O
      1 2
      Direct
      0 0 0
      0.5 0.5 0
      0.5 0 0.5
      """;

  private static SteppedSearch withGiven(String name, String... lengths) {
    SteppedSearch search = ENGINE.search(name, ToyCalculator.converging());
    search.start(SmallSearches.of(1, 3));
    search.runToTheWorker();
    for (String length : lengths) {
      search.service().inject(name, length + ".vasp", GIVEN.formatted(length), "me");
    }
    search.run();
    return search;
  }

  @Test
  void the_next_generation_takes_what_people_gave_in_its_order() {
    SteppedSearch search = withGiven("given", "3.3", "3.4");

    assertThat(ENGINE.database().structures().history("given"))
        .extracting(Individual::candidate)
        .filteredOn(candidate -> candidate.origin().operator() == OperatorName.INJECTED)
        .extracting(Candidate::generation, candidate -> candidate.origin().draws().get("file"))
        .containsExactly(tuple(1, "3.3.vasp"), tuple(1, "3.4.vasp"));
    assertThat(ENGINE.database().injections().waiting("given")).isEmpty();
    assertThat(search.service().verify("given").problems()).isEmpty();
    assertThat(search.service().eventsAfter("given", 0))
        .extracting(SearchEvent::text)
        .contains("me gave structure 2, 3.4.vasp (SiO2); the next generation takes it")
        .anyMatch(text -> text.matches("g001s\\d\\d is structure 2, 3.4.vasp"));
  }

  @Test
  void the_same_structures_given_at_the_same_generation_lead_to_the_same_population() {
    String once = withGiven("once", "3.3", "3.4").service().summary("once").populationHash();

    assertThat(withGiven("twice", "3.3", "3.4").service().summary("twice").populationHash())
        .isEqualTo(once);
    assertThat(withGiven("other", "3.4", "3.3").service().summary("other").populationHash())
        .isNotEqualTo(once);
    assertThat(withGiven("none").service().summary("none").populationHash()).isNotEqualTo(once);
  }

  @Test
  void what_was_given_after_the_last_generation_is_told_as_not_used_until_an_amendment() {
    SteppedSearch search = ENGINE.search("late", ToyCalculator.converging());
    search.start(SmallSearches.of(1, 1));
    search.runToTheWorker();
    search.service().inject("late", "late.vasp", GIVEN.formatted("3.3"), "me");
    search.run();
    assertThat(search.service().eventsAfter("late", 0))
        .extracting(SearchEvent::text)
        .contains(
            "structure 1, late.vasp, was not used: it was given after the last generation was made");

    search.service().amend("late", SmallSearches.of(1, 2));
    search.run();

    assertThat(ENGINE.database().injections().waiting("late")).isEmpty();
    assertThat(ENGINE.database().structures().candidates("late", 0)).hasSize(8);
    assertThat(ENGINE.database().structures().candidates("late", 1))
        .extracting(candidate -> candidate.origin().operator())
        .contains(OperatorName.INJECTED);
    assertThat(search.service().verify("late").problems()).isEmpty();
  }

  private static void letPass(Duration time) {
    ClockUtil.setCurrentTime(Date.from(Instant.now().plus(time)));
  }
}
