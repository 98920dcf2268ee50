package org.coesite.process;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.search.Decision;
import org.coesite.search.FailureAction;
import org.coesite.search.SearchReporter;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.Refined;
import org.coesite.search.SmallSearches;
import org.coesite.search.ToyCalculator;
import org.coesite.store.SearchDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks every path of both models, step by step, on an engine in memory. */
@Deployment(
    resources = {
      StructureSearchModel.RESOURCE,
      GenerationModel.RESOURCE,
      RefineCandidateModel.RESOURCE,
      FailurePolicyModel.RESOURCE
    })
class SearchProcessesTest {

  private static final SearchReporter SILENT =
      (directory, summary, diagram, best, refined, known) -> {};
  private static final Map<Object, Object> BEANS = new HashMap<>();
  private static final SearchDatabase DATABASE = SearchDatabase.open("jdbc:h2:mem:processes");

  @RegisterExtension
  static final ProcessEngineCoverageExtension ENGINE =
      ProcessEngineCoverageExtension.builder(configuration())
          .excludeProcessDefinitionKeys(RefineCandidateModel.KEY, FailurePolicyModel.KEY)
          .assertClassCoverageAtLeast(1.0)
          .build();

  private static ProcessCoverageInMemProcessEngineConfiguration configuration() {
    ProcessCoverageInMemProcessEngineConfiguration configuration =
        new ProcessCoverageInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:process-engine");
    EngineConfiguration.settings(configuration, DATABASE);
    configuration.setBeans(BEANS);
    return configuration;
  }

  @AfterEach
  void resetClock() {
    ClockUtil.reset();
  }

  @AfterAll
  static void closeDatabase() {
    DATABASE.close();
  }

  private SteppedSearch search(String name, ToyCalculator calculator, SearchReporter reporter) {
    return new SteppedSearch(engine(), BEANS, DATABASE, List.of(calculator), reporter, name);
  }

  private static ProcessEngine engine() {
    return Objects.requireNonNull(ENGINE.getProcessEngine());
  }

  private static List<String> stepsOf(String search) {
    return engine()
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .activityType("serviceTask")
        .list()
        .stream()
        .filter(step -> search.equals(businessKey(step)))
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  private static String businessKey(HistoricActivityInstance step) {
    return engine()
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .processInstanceId(step.getProcessInstanceId())
        .singleResult()
        .getBusinessKey();
  }

  @Test
  void a_search_loops_through_its_generations_and_ends_with_a_report() {
    SearchSummary[] reported = new SearchSummary[1];
    SteppedSearch search =
        search(
            "loops",
            ToyCalculator.converging(),
            (directory, summary, diagram, best, refined, known) -> reported[0] = summary);

    search.start(SmallSearches.of(1, 2));
    search.run();

    assertThat(reported[0].state()).isEqualTo(SearchState.FINISHED);
    assertThat(reported[0].generations()).isEqualTo(2);
    assertThat(reported[0].stop()).isEqualTo("2 generations were made (limit 2)");
    assertThat(reported[0].relaxations().total()).isEqualTo(8 + 6);
    assertThat(reported[0]).isEqualTo(search.service().summary("loops"));
    assertThat(stepsOf("loops"))
        .filteredOn(
            step ->
                !step.equals(GenerationModel.RELAX_BATCH)
                    && !step.equals(GenerationModel.DECIDE_ON_FAILURES))
        .containsExactlyInAnyOrder(
            "prepare",
            "generate",
            "rank",
            "select",
            "mutate",
            "check-stopping",
            "generate",
            "rank",
            "select",
            "mutate",
            "check-stopping",
            "choose-candidates",
            "compare-with-references",
            "report");
  }

  @Test
  void a_message_stops_a_search_early_with_what_it_has_ranked() {
    ToyCalculator calculator = ToyCalculator.converging();
    SteppedSearch search = search("stopped", calculator, SILENT);
    search.start(SmallSearches.of(1, 5));
    search.runToTheWorker();

    search.service().stopEarly("stopped", "enough for today");
    search.run();

    SearchSummary summary = search.service().summary("stopped");
    assertThat(calculator.calls()).isZero();
    assertThat(summary.state()).isEqualTo(SearchState.STOPPED);
    assertThat(summary.best()).isEmpty();
  }

  @Test
  void a_search_in_which_nothing_relaxes_has_failed_and_says_so() {
    ToyCalculator calculator =
        new ToyCalculator(
            (number, start) -> new Failed(FailureReason.BAD_CELL, "too flat", List.of()));
    SteppedSearch search = search("hopeless", calculator, SILENT);

    search.start(SmallSearches.of(1, 1));
    search.run();

    SearchSummary summary = search.service().summary("hopeless");
    assertThat(summary.state()).isEqualTo(SearchState.FAILED);
    assertThat(summary.stop())
        .isEqualTo("1 generations were made (limit 1); no relaxation gave a structure");
  }

  @Test
  void a_search_that_was_stopped_early_with_structures_says_so() {
    SteppedSearch search = search("enough", ToyCalculator.converging(), SILENT);
    search.start(SmallSearches.of(1, 5));
    search.runToTheWorker();
    while (search.service().summary("enough").generations() == 0) {
      search.runOneBatch();
      search.runToTheWorker();
    }

    search.service().stopEarly("enough", "enough for today");
    search.run();

    assertThat(search.service().summary("enough").state()).isEqualTo(SearchState.STOPPED);
    assertThat(search.service().summary("enough").stop()).isEqualTo("enough for today");
    assertThat(search.service().summary("enough").best()).isNotEmpty();
  }

  @Test
  void failed_relaxations_are_ranked_with_their_reason() {
    ToyCalculator calculator =
        new ToyCalculator(
            (number, start) ->
                number % 2 == 0
                    ? ToyCalculator.converged(start)
                    : new Failed(FailureReason.COLLAPSED, "Si and O at 0.2 Å", List.of()));
    SteppedSearch search = search("failures", calculator, SILENT);

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
    SteppedSearch search = search("refused", calculator, SILENT);

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
                event.text().contains("toy refuses g000s00: no parameters for Si")
                    && event.text().endsWith("discard"));
  }

  @Test
  void a_batch_for_a_calculator_that_its_worker_lacks_has_failed() {
    SteppedSearch search = search("lacking", ToyCalculator.converging(), SILENT);
    search.start(SmallSearches.of(1, 1));
    search.runToTheWorker();

    search.raise(search.fetch().get(0), GenerationModel.CALCULATOR_REFUSED);
    search.run();

    assertThat(search.service().summary("lacking").relaxations().failed()).isEqualTo(2);
    assertThat(stepsOf("lacking")).contains("record-failures");
  }

  @Test
  void a_killed_relaxation_is_made_again_and_both_attempts_stay_on_record() {
    SteppedSearch search =
        search(
            "killed",
            new ToyCalculator(
                (number, start) ->
                    number == 1
                        ? new Failed(FailureReason.KILLED, "signal 9", List.of())
                        : ToyCalculator.converged(start)),
            SILENT);

    search.start(SmallSearches.of(1, 1));
    search.run();

    assertThat(search.service().summary("killed").relaxations().converged()).isEqualTo(8);
    assertThat(DATABASE.attempts().all("killed"))
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.record().failure()).contains(FailureReason.KILLED);
              assertThat(attempt.decision()).contains(Decision.of(FailureAction.RETRY_SAME));
            });
    assertThat(DATABASE.relaxations().all("killed"))
        .filteredOn(relaxation -> relaxation.attempt() == 2)
        .singleElement()
        .extracting(relaxation -> relaxation.structure())
        .isEqualTo("g000s00");
  }

  @Test
  void a_missing_program_waits_for_a_person_and_goes_on_when_it_is_there() {
    boolean[] installed = {false};
    SteppedSearch search =
        search(
            "missing",
            new ToyCalculator(
                (number, start) ->
                    installed[0]
                        ? ToyCalculator.converged(start)
                        : new Failed(
                            FailureReason.CALCULATOR_MISSING, "there is no 'toy'", List.of())),
            SILENT);
    search.start(SmallSearches.of(1, 1));
    search.run();

    assertThat(search.service().progress("missing").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(search.service().progress("missing").stop()).contains("there is no 'toy'");
    assertThat(engine().getRuntimeService().createIncidentQuery().list())
        .extracting(Incident::getActivityId)
        .contains(GenerationModel.LOOK_AFTER);

    installed[0] = true;
    search.service().resume("missing");
    search.run();

    assertThat(search.service().progress("missing").state()).isEqualTo(SearchState.FINISHED);
    assertThat(search.service().summary("missing").relaxations().converged()).isEqualTo(8);
    assertThat(engine().getRuntimeService().createIncidentQuery().count()).isZero();
  }

  @Test
  void a_refinement_waits_for_approval_with_its_list() {
    SteppedSearch search = search("approved", ToyCalculator.converging(), SILENT);
    search.start(SmallSearches.refined(ToyCalculator.NAME, true));
    search.run();

    assertThat(search.service().progress("approved").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(search.service().progress("approved").stop())
        .contains("waits for approval")
        .contains("3 structures are to be refined with toy")
        .contains("ref-simple-cubic, SiO2");

    search.service().resume("approved");
    search.run();

    assertThat(search.service().progress("approved").state()).isEqualTo(SearchState.FINISHED);
    assertThat(DATABASE.refinements().of("approved")).hasSize(3);
  }

  @Test
  void a_declined_refinement_ends_the_search_without_one() {
    SteppedSearch search = search("declined", ToyCalculator.converging(), SILENT);
    search.start(SmallSearches.refined(ToyCalculator.NAME, true));
    search.run();

    assertThat(search.service().declineRefinement("declined")).isTrue();
    search.run();

    assertThat(search.service().progress("declined").state()).isEqualTo(SearchState.FINISHED);
    assertThat(DATABASE.refinements().of("declined")).isEmpty();
    assertThat(search.service().summary("declined").notRefined())
        .hasSize(3)
        .allMatch(open -> open.reason().equals("the search ended without refining it"));
    assertThat(search.service().declineRefinement("declined")).isFalse();
  }

  @Test
  void a_refinement_that_nobody_has_to_approve_of_begins_at_once() {
    SteppedSearch search = search("at-once", ToyCalculator.converging(), SILENT);

    search.start(SmallSearches.refined(ToyCalculator.NAME, false));
    search.run();

    assertThat(search.service().progress("at-once").state()).isEqualTo(SearchState.FINISHED);
    assertThat(DATABASE.refinements().of("at-once"))
        .hasSize(3)
        .allSatisfy(refined -> assertThat(refined.references()).hasSize(1));
    SearchSummary summary = search.service().summary("at-once");
    assertThat(summary.refined()).extracting(Refined::reference).contains("simple cubic");
    assertThat(summary.refined()).hasSize(3).isSortedAccordingTo(comparing(Refined::energyPerAtom));
    assertThat(summary.notRefined()).isEmpty();
  }

  @Test
  void any_other_error_of_a_worker_fails_the_batch_too() {
    SteppedSearch search = search("odd", ToyCalculator.converging(), SILENT);
    search.start(SmallSearches.of(1, 1));
    search.runToTheWorker();

    search.raise(search.fetch().get(0), "NOBODY_HEARD_OF_IT");
    search.run();

    assertThat(search.service().summary("odd").relaxations().failed()).isEqualTo(2);
    assertThat(search.service().eventsAfter("odd", 0))
        .anyMatch(event -> event.text().equals("failures in a batch of structures: said a worker"));
  }

  @Test
  void a_batch_that_breaks_its_worker_three_times_waits_for_a_person_who_resumes_it() {
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
    SteppedSearch search = search("broken", calculator, SILENT);
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

    search.service().resume("broken");
    search.run();

    assertThat(search.service().progress("broken").state()).isEqualTo(SearchState.FINISHED);
    assertThat(search.service().summary("broken").relaxations().converged()).isEqualTo(8);
  }

  @Test
  void a_step_that_fails_three_times_waits_for_a_person_who_resumes_it() {
    int[] attempts = {0};
    SearchReporter fullDisk =
        (directory, summary, diagram, best, refined, known) -> {
          if (++attempts[0] <= 3) {
            throw new IllegalStateException("no space left");
          }
        };
    SteppedSearch search = search("unreported", ToyCalculator.converging(), fullDisk);
    search.start(SmallSearches.of(1, 1));
    search.run();

    assertThat(attempts[0]).isEqualTo(3);
    assertThat(search.service().progress("unreported").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(search.service().progress("unreported").stop())
        .isEqualTo("step 'report' failed and waits for a person: no space left");
    assertThat(engine().getRuntimeService().createIncidentQuery().list())
        .extracting(Incident::getActivityId)
        .containsExactly("report");

    search.service().resume("unreported");
    search.run();

    assertThat(search.service().progress("unreported").state()).isEqualTo(SearchState.FINISHED);
    assertThat(engine().getRuntimeService().createIncidentQuery().count()).isZero();
  }

  private static void letPass(Duration time) {
    ClockUtil.setCurrentTime(Date.from(Instant.now().plus(time)));
  }
}
