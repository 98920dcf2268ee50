package org.coesite.process;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.search.PlannedSubject;
import org.coesite.search.RefinedStructure;
import org.coesite.search.RefinementChoiceException;
import org.coesite.search.RefinementPlan;
import org.coesite.search.SearchIncident;
import org.coesite.search.SearchReporter;
import org.coesite.search.SearchState;
import org.coesite.search.SearchStep;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.Best;
import org.coesite.search.SearchSummary.NotRefined;
import org.coesite.search.SearchSummary.NotRefined.Standing;
import org.coesite.search.SearchSummary.Refined;
import org.coesite.search.SmallSearches;
import org.coesite.search.ToyCalculator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks every path of structure-search, step by step, on an engine in memory. */
class StructureSearchTest {

  @RegisterExtension
  static final InMemoryEngine ENGINE = InMemoryEngine.covering(StructureSearchModel.KEY);

  @RegisterExtension static final ProcessEngineCoverageExtension COVERAGE = ENGINE.coverage();

  @Test
  void a_search_loops_through_its_generations_and_ends_with_a_report() {
    SearchSummary[] reported = new SearchSummary[1];
    SteppedSearch search =
        ENGINE.search(
            "loops",
            (directory, summary, diagram, best, refined, known) -> reported[0] = summary,
            ToyCalculator.converging());

    search.start(SmallSearches.of(1, 2));
    search.run();

    assertThat(reported[0].state()).isEqualTo(SearchState.FINISHED);
    assertThat(reported[0].generations()).isEqualTo(2);
    assertThat(reported[0].stop()).isEqualTo("2 generations were made (limit 2)");
    assertThat(reported[0].relaxations().total()).isEqualTo(8 + 6);
    assertThat(reported[0]).isEqualTo(search.service().summary("loops"));
    assertThat(search.steps())
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
    SteppedSearch search = ENGINE.search("stopped", calculator);
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
    SteppedSearch search = ENGINE.search("hopeless", calculator);

    search.start(SmallSearches.of(1, 1));
    search.run();

    SearchSummary summary = search.service().summary("hopeless");
    assertThat(summary.state()).isEqualTo(SearchState.FAILED);
    assertThat(summary.stop())
        .isEqualTo(
            "1 generations were made (limit 1); no relaxation gave a structure,"
                + " most often (8 times): BAD_CELL: too flat");
  }

  @Test
  void a_search_that_was_stopped_early_with_structures_says_so() {
    SteppedSearch search = ENGINE.search("enough", ToyCalculator.converging());
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
  void a_refinement_waits_for_approval_with_its_list() {
    SteppedSearch search = ENGINE.search("approved", ToyCalculator.converging());
    search.start(SmallSearches.refined(ToyCalculator.NAME, true));
    search.run();

    assertThat(search.service().progress("approved").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(search.service().progress("approved").stop())
        .contains("waits for approval", "--no-refinement declines")
        .contains("3 structures are to be refined with toy")
        .contains("ref-simple-cubic, SiO2");

    search.service().resume("approved");
    search.run();

    assertThat(search.service().progress("approved").state()).isEqualTo(SearchState.FINISHED);
    assertThat(ENGINE.database().refinements().of("approved")).hasSize(3);
  }

  @Test
  void a_part_of_a_plan_is_approved_and_the_rest_is_declined() {
    SteppedSearch search = ENGINE.search("partly", ToyCalculator.converging());
    search.start(SmallSearches.refined(ToyCalculator.NAME, true));
    search.run();
    RefinementPlan plan = search.service().plan("partly").orElseThrow();
    List<String> ids = plan.structures().stream().map(PlannedSubject::id).toList();

    assertThat(plan.calculator()).isEqualTo(ToyCalculator.NAME);
    assertThat(plan.structures()).hasSize(3);
    assertThat(plan.structures().get(0).aboveLowest()).isZero();
    List<Best> best = search.service().summary("partly").best();
    assertThat(plan.structures().get(1).aboveLowest())
        .isEqualTo(best.get(1).energyPerAtom() - best.get(0).energyPerAtom());
    assertThat(plan.structures().get(2))
        .satisfies(
            known -> {
              assertThat(known.knownPhase()).isTrue();
              assertThat(known.aboveLowest()).isNull();
              assertThat(known.spaceGroup()).isNotNull();
              assertThat(known.composition()).isEqualTo("SiO2");
            });
    assertThatThrownBy(
            () -> search.service().approveRefinement("partly", List.of(ids.get(0), "g999s99")))
        .isInstanceOf(RefinementChoiceException.class)
        .hasMessageStartingWith("structure 2 of the choice, 'g999s99', is not planned");
    assertThatThrownBy(() -> search.service().approveRefinement("partly", List.of()))
        .hasMessageContaining("decline the refinement instead");
    assertThat(search.service().waitsForApproval("partly")).isTrue();

    assertThat(search.service().approveRefinement("partly", List.of(ids.get(1)))).isTrue();
    search.run();

    assertThat(ENGINE.database().refinements().of("partly"))
        .extracting(RefinedStructure::subject)
        .containsExactly(ids.get(1));
    assertThat(search.service().summary("partly").notRefined())
        .extracting(NotRefined::structure, NotRefined::standing)
        .containsExactly(
            tuple(ids.get(0), Standing.DECLINED), tuple(ids.get(2), Standing.DECLINED));
    assertThat(search.service().plan("partly").orElseThrow().structures())
        .extracting(subject -> subject.declined() != null)
        .containsExactly(true, false, true);
    assertThat(search.service().progress("partly").toRefine()).isEqualTo(1);
    assertThat(search.service().approveRefinement("partly", List.of(ids.get(1)))).isFalse();
  }

  @Test
  void a_part_of_a_plan_is_approved_in_the_form_of_its_task() {
    SteppedSearch search = ENGINE.search("form", ToyCalculator.converging());
    search.start(SmallSearches.refined(ToyCalculator.NAME, true));
    search.run();
    ProcessEngine engine = COVERAGE.getProcessEngine();
    String task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey("form")
            .singleResult()
            .getId();
    List<String> ids = ENGINE.database().refinements().planned("form");

    assertThat(engine.getFormService().getTaskFormData(task).getFormFields())
        .filteredOn(field -> field.getId().equals("structures"))
        .singleElement()
        .satisfies(
            field -> assertThat(field.getValue().getValue()).isEqualTo(String.join(", ", ids)));
    assertThatThrownBy(
            () ->
                engine
                    .getFormService()
                    .submitTaskForm(task, Map.of("approved", true, "structures", "g000s0")))
        .hasMessageContaining("structure 1 of the choice, 'g000s0', is not planned");
    assertThat(search.service().waitsForApproval("form")).isTrue();

    engine
        .getFormService()
        .submitTaskForm(
            task, Map.of("approved", true, "structures", ids.get(2) + "," + ids.get(0)));

    assertThat(search.service().progress("form").state()).isEqualTo(SearchState.RUNNING);
    search.run();
    assertThat(ENGINE.database().refinements().of("form"))
        .extracting(RefinedStructure::subject)
        .containsExactly(ids.get(0), ids.get(2));
  }

  @Test
  void a_declined_refinement_ends_the_search_without_one() {
    SteppedSearch search = ENGINE.search("declined", ToyCalculator.converging());
    search.start(SmallSearches.refined(ToyCalculator.NAME, true));
    search.run();

    assertThat(search.service().declineRefinement("declined")).isTrue();
    search.run();

    assertThat(search.service().progress("declined").state()).isEqualTo(SearchState.FINISHED);
    assertThat(ENGINE.database().refinements().of("declined")).isEmpty();
    assertThat(search.service().summary("declined").notRefined())
        .hasSize(3)
        .allMatch(open -> open.reason().equals("the search ended without refining it"));
    assertThat(search.service().declineRefinement("declined")).isFalse();
  }

  @Test
  void a_refinement_that_nobody_has_to_approve_of_begins_at_once() {
    SteppedSearch search = ENGINE.search("at-once", ToyCalculator.converging());

    search.start(SmallSearches.refined(ToyCalculator.NAME, false));
    search.run();

    assertThat(search.service().progress("at-once").state()).isEqualTo(SearchState.FINISHED);
    assertThat(ENGINE.database().refinements().of("at-once"))
        .hasSize(3)
        .allSatisfy(refined -> assertThat(refined.references()).hasSize(1));
    SearchSummary summary = search.service().summary("at-once");
    assertThat(summary.refined()).extracting(Refined::reference).contains("simple cubic");
    assertThat(summary.refined()).hasSize(3).isSortedAccordingTo(comparing(Refined::energyPerAtom));
    assertThat(summary.notRefined()).isEmpty();
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
    SteppedSearch search = ENGINE.search("unreported", fullDisk, ToyCalculator.converging());
    search.start(SmallSearches.of(1, 1));
    search.run();

    assertThat(attempts[0]).isEqualTo(3);
    assertThat(search.service().progress("unreported").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(search.service().progress("unreported").stop())
        .isEqualTo("step 'report' failed and waits for a person: no space left");
    assertThat(ENGINE.incidents()).extracting(Incident::getActivityId).containsExactly("report");

    search.service().resume("unreported");
    search.run();

    assertThat(search.service().progress("unreported").state()).isEqualTo(SearchState.FINISHED);
    assertThat(ENGINE.incidents()).isEmpty();
  }

  @Test
  void each_step_tells_its_tokens_and_how_often_it_was_done() {
    SteppedSearch search = ENGINE.search("counted", ToyCalculator.converging());
    search.start(SmallSearches.of(1, 2));
    SearchStep due = search.step("structure-search/prepare");
    search.runToTheWorker();
    SearchStep running = search.step("structure-search/run-generation");
    SearchStep waiting = search.step("generation/relax-batch");
    SearchStep begun = search.step("generation/generate");
    search.run();

    assertThat(due).isEqualTo(new SearchStep("structure-search", "prepare", "Prepare", 1, 0, 0));
    assertThat(running.active()).isEqualTo(1);
    assertThat(waiting)
        .isEqualTo(new SearchStep("generation", "relax-batch", "Relax batch", 4, 0, 0));
    assertThat(begun.active()).isZero();
    assertThat(begun.completed()).isEqualTo(1);
    assertThat(search.service().steps("counted"))
        .allMatch(step -> step.active() == 0 && step.incidents() == 0);
    assertThat(search.step("generation/relax-batch").completed()).isEqualTo(4 + 6);
    assertThat(search.step("generation/relax").completed()).isEqualTo(4 + 6);
    assertThat(search.step("generation/rank").completed()).isEqualTo(2);
    assertThat(search.step("structure-search/run-generation").completed()).isEqualTo(2);
    assertThat(search.step("structure-search/search-ended").completed()).isEqualTo(1);
    assertThat(search.step("refine-candidate/relax").completed()).isZero();
  }

  @Test
  void a_step_that_was_cancelled_is_not_counted_as_done() {
    SteppedSearch search = ENGINE.search("cancelled", ToyCalculator.converging());
    search.start(SmallSearches.of(1, 5));
    search.runToTheWorker();
    search.service().stopEarly("cancelled", "enough for today");
    search.run();

    assertThat(search.step("generation/relax-batch"))
        .isEqualTo(new SearchStep("generation", "relax-batch", "Relax batch", 0, 0, 0));
    assertThat(search.step("structure-search/run-generation").completed()).isZero();
    assertThat(search.step("structure-search/stop-early").completed()).isEqualTo(1);
  }

  @Test
  void the_models_are_those_that_the_search_runs() {
    SteppedSearch search = ENGINE.search("modelled", ToyCalculator.converging());
    search.start(SmallSearches.of(1, 1));

    assertThat(search.service().model("modelled", "generation"))
        .hasValueSatisfying(text -> assertThat(text).contains("<bpmn:process id=\"generation\""));
    assertThat(search.service().model("modelled", "nothing")).isEmpty();
  }

  @Test
  void a_failed_step_is_tried_again_also_while_its_search_rests() {
    int[] attempts = {0};
    SearchReporter fullDisk =
        (directory, summary, diagram, best, refined, known) -> {
          if (++attempts[0] <= 3) {
            throw new IllegalStateException("no space left");
          }
        };
    SteppedSearch search = ENGINE.search("retried", fullDisk, ToyCalculator.converging());
    search.start(SmallSearches.of(1, 1));
    search.run();
    search.rest();
    List<SearchIncident> incidents = search.service().incidents("retried");

    assertThat(search.service().retry("retried", "no such incident")).isFalse();
    assertThat(search.service().progress("retried").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(incidents)
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.model()).isEqualTo("structure-search");
              assertThat(incident.step()).isEqualTo("report");
              assertThat(incident.name()).isEqualTo("Report");
              assertThat(incident.structure()).isNull();
              assertThat(incident.message()).isEqualTo("no space left");
            });
    assertThat(search.step("structure-search/report").incidents()).isEqualTo(1);

    assertThat(search.service().retry("retried", incidents.get(0).id())).isTrue();
    search.run();

    assertThat(search.service().progress("retried").state()).isEqualTo(SearchState.FINISHED);
    assertThat(search.service().incidents("retried")).isEmpty();
    assertThat(search.service().eventsAfter("retried", 0))
        .anyMatch(event -> event.text().equals("step 'report' is tried again"));
  }
}
