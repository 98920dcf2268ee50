package org.coesite.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.crystal.Structure;
import org.coesite.search.Attempt;
import org.coesite.search.Decision;
import org.coesite.search.FailureAction;
import org.coesite.search.Purpose;
import org.coesite.search.RefinedStructure;
import org.coesite.search.RefinementSettings;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.SearchIncident;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary;
import org.coesite.search.SmallSearches;
import org.coesite.search.ToyCalculator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks every path of refine-candidate, step by step, on an engine in memory. */
class RefineCandidateTest {

  /** The table treats it as Quantum ESPRESSO. */
  private static final String NAME = "quantum-espresso";

  @RegisterExtension
  static final InMemoryEngine ENGINE = InMemoryEngine.covering(RefineCandidateModel.KEY);

  @RegisterExtension static final ProcessEngineCoverageExtension COVERAGE = ENGINE.coverage();

  /** A search that screens without trouble and refines three structures as the behaviour says. */
  private static SteppedSearch refining(
      String name, BiFunction<Integer, Structure, Relaxation> behaviour) {
    SteppedSearch search =
        ENGINE.search(name, ToyCalculator.converging(), new ToyCalculator(NAME, behaviour));
    search.start(SmallSearches.refined(NAME, false));
    return search;
  }

  private static Relaxation outdated(Structure start) {
    return new NotConverged(
        FailureReason.BASIS_OUTDATED,
        "13.4 kbar left, limit 5",
        start.with(start.lattice().scaledTo(1.1 * start.lattice().volume())),
        -1,
        0,
        1.34,
        List.of());
  }

  @Test
  void each_structure_is_relaxed_and_its_energy_computed_with_its_own_basis_set() {
    SteppedSearch search = refining("smooth", (number, start) -> ToyCalculator.converged(start));

    search.run();

    assertThat(ENGINE.results("smooth", Purpose.REFINE))
        .extracting(RelaxationRecord::structure)
        .containsExactlyInAnyOrderElementsOf(ENGINE.database().refinements().planned("smooth"))
        .contains("ref-simple-cubic");
    assertThat(ENGINE.results("smooth", Purpose.FINAL_ENERGY))
        .hasSize(3)
        .allSatisfy(energy -> assertThat(energy.settings().maxSteps()).isZero());
    assertThat(ENGINE.database().refinements().of("smooth")).hasSize(3);
  }

  @Test
  void a_cell_that_outgrew_its_basis_set_is_relaxed_again_from_where_it_got_to() {
    SteppedSearch search =
        refining(
            "pulay",
            (number, start) -> number == 1 ? outdated(start) : ToyCalculator.converged(start));

    search.run();

    Attempt first = ENGINE.database().attempts().all("pulay").get(0);
    assertThat(first.decision()).contains(Decision.of(FailureAction.RETRY_FROM_LAST));
    assertThat(ENGINE.results("pulay", Purpose.REFINE))
        .filteredOn(relaxation -> relaxation.attempt() == 2)
        .singleElement()
        .satisfies(
            second ->
                assertThat(second.start())
                    .isEqualTo(((NotConverged) first.record().outcome()).structure()));
  }

  @Test
  void a_failed_final_energy_is_computed_again_without_relaxing_again() {
    SteppedSearch search =
        refining(
            "energy",
            (number, start) ->
                number == 4
                    ? new Failed(FailureReason.KILLED, "signal 9", List.of())
                    : ToyCalculator.converged(start));

    search.run();

    assertThat(ENGINE.database().attempts().all("energy"))
        .extracting(attempt -> attempt.record().purpose())
        .containsExactly(Purpose.FINAL_ENERGY);
    assertThat(ENGINE.results("energy", Purpose.REFINE)).allMatch(result -> result.attempt() == 1);
    assertThat(ENGINE.results("energy", Purpose.FINAL_ENERGY)).hasSize(3);
  }

  @Test
  void the_energy_of_a_displaced_structure_never_stands_for_that_of_the_relaxed_one() {
    SteppedSearch search =
        refining(
            "crashing",
            (number, start) ->
                number >= 4 && number <= 6
                    ? new Failed(FailureReason.CRASHED, "lapack", List.of())
                    : ToyCalculator.converged(start));

    search.run();

    assertThat(ENGINE.database().attempts().all("crashing"))
        .filteredOn(attempt -> attempt.record().purpose() == Purpose.FINAL_ENERGY)
        .isNotEmpty()
        .allSatisfy(
            attempt ->
                assertThat(attempt.decision().orElseThrow().action())
                    .isNotEqualTo(FailureAction.PERTURB_AND_RETRY));
    assertThat(ENGINE.results("crashing", Purpose.FINAL_ENERGY))
        .allSatisfy(
            energy ->
                assertThat(energy.start())
                    .isEqualTo(
                        ((Relaxation.Converged)
                                ENGINE
                                    .database()
                                    .relaxations()
                                    .of("crashing", energy.structure(), Purpose.REFINE)
                                    .orElseThrow())
                            .structure()));
  }

  @Test
  void an_amended_protocol_refines_anew_and_keeps_what_the_earlier_one_gave() {
    SteppedSearch search = refining("amended", (number, start) -> ToyCalculator.converged(start));
    search.run();
    List<String> before = ENGINE.database().refinements().planned("amended");
    SearchSettings settings = ENGINE.database().searches().settings("amended");
    RefinementSettings refinement = settings.refinement().orElseThrow();

    search
        .service()
        .amend(
            "amended",
            settings.withPrepared(
                settings.relaxation(),
                refinement.withPrepared(refinement.relaxation().loosened(2), true)));
    search.run();

    List<String> after = before.stream().map(subject -> subject + "~2").toList();
    assertThat(ENGINE.database().refinements().planned("amended")).isEqualTo(after);
    assertThat(search.service().summary("amended").refined())
        .extracting(refined -> refined.structure())
        .containsExactlyInAnyOrderElementsOf(after);
    assertThat(ENGINE.results("amended", Purpose.REFINE))
        .extracting(RelaxationRecord::structure)
        .containsAll(before)
        .containsAll(after);
    assertThat(search.service().progress("amended").state()).isEqualTo(SearchState.FINISHED);
    assertThat(search.service().verify("amended").problems()).isEmpty();
  }

  @Test
  void one_that_waits_for_a_person_does_not_end_the_others() throws InterruptedException {
    SteppedSearch search =
        refining(
            "waiting",
            (number, start) ->
                number == 1
                    ? new Failed(FailureReason.PSEUDOPOTENTIAL, "Si.UPF ends in line 7", List.of())
                    : ToyCalculator.converged(start));
    search.runToTheRefinement();
    search.runOneBatch();
    search.runToTheWorker();

    assertThat(search.service().progress("waiting").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(search.service().await("waiting", Duration.ofMillis(100)))
        .isEqualTo(SearchState.RUNNING);

    search.run();
    assertThat(search.service().await("waiting", Duration.ofMillis(100)))
        .isEqualTo(SearchState.INCIDENT);
  }

  @Test
  void a_hopeless_structure_is_given_up_and_the_others_are_not() {
    SteppedSearch search =
        refining(
            "hopeless",
            (number, start) ->
                number == 1
                    ? new Failed(FailureReason.REFUSED, "no such element", List.of())
                    : ToyCalculator.converged(start));

    search.run();

    assertThat(search.service().progress("hopeless").state()).isEqualTo(SearchState.FINISHED);
    assertThat(ENGINE.database().refinements().of("hopeless")).hasSize(2);
  }

  @Test
  void a_damaged_pseudopotential_waits_for_a_person_with_its_message() {
    boolean[] mended = {false};
    SteppedSearch search =
        refining(
            "damaged",
            (number, start) ->
                mended[0]
                    ? ToyCalculator.converged(start)
                    : new Failed(
                        FailureReason.PSEUDOPOTENTIAL, "Si.UPF ends in line 7", List.of()));
    search.run();

    assertThat(search.service().progress("damaged").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(search.service().progress("damaged").stop()).contains("Si.UPF ends in line 7");

    mended[0] = true;
    search.service().resume("damaged");
    search.run();

    assertThat(search.service().progress("damaged").state()).isEqualTo(SearchState.FINISHED);
    assertThat(ENGINE.database().refinements().of("damaged")).hasSize(3);
    assertThat(search.service().audit("damaged"))
        .filteredOn(entry -> entry.record().failure().isPresent())
        .hasSize(3)
        .allSatisfy(
            entry ->
                assertThat(entry.decisions())
                    .containsExactly(
                        Decision.of(FailureAction.ASK_PERSON),
                        Decision.of(FailureAction.RETRY_SAME)));
    assertThat(ENGINE.incidents()).isEmpty();
  }

  @Test
  void one_incident_is_tried_again_while_the_others_go_on_waiting() {
    boolean[] mended = {false};
    SteppedSearch search =
        refining(
            "one-by-one",
            (number, start) ->
                mended[0]
                    ? ToyCalculator.converged(start)
                    : new Failed(
                        FailureReason.PSEUDOPOTENTIAL, "Si.UPF ends in line 7", List.of()));
    search.run();
    List<SearchIncident> incidents = search.service().incidents("one-by-one");

    assertThat(incidents)
        .extracting(SearchIncident::structure)
        .containsExactlyInAnyOrderElementsOf(ENGINE.database().refinements().planned("one-by-one"));
    assertThat(incidents)
        .allSatisfy(
            incident -> {
              assertThat(incident.model()).isEqualTo("refine-candidate");
              assertThat(incident.step()).isEqualTo("look-after-candidate");
              assertThat(incident.name()).isEqualTo("Mend the cause");
              assertThat(incident.message()).contains("Si.UPF ends in line 7");
            });
    assertThat(search.step("refine-candidate/look-after-candidate").incidents()).isEqualTo(3);
    assertThat(search.step("structure-search/refine").incidents()).isEqualTo(3);

    mended[0] = true;
    assertThat(search.service().retry("one-by-one", incidents.get(1).id())).isTrue();
    search.run();

    assertThat(ENGINE.database().refinements().of("one-by-one"))
        .extracting(RefinedStructure::subject)
        .containsExactly(incidents.get(1).structure());
    assertThat(search.service().incidents("one-by-one"))
        .containsExactly(incidents.get(0), incidents.get(2));
    assertThat(search.service().progress("one-by-one").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(search.service().progress("one-by-one").stop())
        .startsWith(
            "step 'look-after-candidate' waits for a person: " + incidents.get(0).structure());

    search.service().retry("one-by-one", incidents.get(0).id());
    search.service().retry("one-by-one", incidents.get(2).id());
    search.run();

    assertThat(search.service().progress("one-by-one").state()).isEqualTo(SearchState.FINISHED);
    assertThat(ENGINE.database().refinements().of("one-by-one")).hasSize(3);
  }

  @Test
  void what_waits_for_a_person_can_be_declined_and_the_refined_ones_are_reported() {
    SteppedSearch search =
        refining(
            "unmended",
            (number, start) ->
                number == 1
                    ? new Failed(FailureReason.PSEUDOPOTENTIAL, "Si.UPF ends in line 7", List.of())
                    : ToyCalculator.converged(start));
    search.run();
    assertThat(search.service().progress("unmended").state()).isEqualTo(SearchState.INCIDENT);

    assertThat(search.service().declineRefinement("unmended")).isTrue();
    search.run();

    SearchSummary summary = search.service().summary("unmended");
    assertThat(summary.state()).isEqualTo(SearchState.FINISHED);
    assertThat(summary.refined()).hasSize(2);
    assertThat(summary.notRefined())
        .singleElement()
        .satisfies(open -> assertThat(open.reason()).contains("Si.UPF ends in line 7"));
    assertThat(ENGINE.incidents()).isEmpty();
    assertThat(search.service().declineRefinement("unmended")).isFalse();
  }

  @Test
  void a_refinement_can_be_declined_in_the_midst_of_it_also_while_the_search_rests() {
    SteppedSearch search = refining("halfway", (number, start) -> ToyCalculator.converged(start));
    search.runToTheRefinement();
    for (int task = 0; task < 4; task++) {
      search.runOneBatch();
      search.runToTheWorker();
    }
    search.rest();

    assertThat(search.service().declineRefinement("halfway")).isTrue();
    search.run();

    SearchSummary summary = search.service().summary("halfway");
    assertThat(summary.state()).isEqualTo(SearchState.FINISHED);
    assertThat(summary.refined()).hasSize(1);
    assertThat(summary.notRefined())
        .hasSize(2)
        .allSatisfy(
            open -> assertThat(open.reason()).isEqualTo("the search ended without refining it"));
  }

  @Test
  void a_task_that_outlasts_its_guard_is_made_again() {
    SteppedSearch search = refining("guarded", (number, start) -> ToyCalculator.converged(start));
    search.runToTheRefinement();

    search.runOutTheGuards();
    search.run();

    assertThat(ENGINE.database().attempts().all("guarded"))
        .hasSize(3)
        .allSatisfy(
            attempt -> {
              assertThat(attempt.record().failure()).contains(FailureReason.TIMED_OUT);
              assertThat(attempt.record().complaint()).endsWith("its guard of PT3H");
            });
    assertThat(ENGINE.database().refinements().of("guarded")).hasSize(3);
  }

  @Test
  void an_energy_that_outlasts_its_guard_is_computed_again() {
    SteppedSearch search = refining("slow", (number, start) -> ToyCalculator.converged(start));
    search.runToTheRefinement();
    search.runOneBatch();
    search.runToTheWorker();

    search.runOutTheGuards();
    search.run();

    assertThat(ENGINE.database().attempts().all("slow"))
        .extracting(attempt -> attempt.record().purpose())
        .contains(Purpose.FINAL_ENERGY);
    assertThat(ENGINE.database().refinements().of("slow")).hasSize(3);
  }

  @Test
  void what_a_worker_refuses_is_given_up_with_its_words() {
    SteppedSearch search = refining("odd", (number, start) -> ToyCalculator.converged(start));
    search.runToTheRefinement();

    search.raiseAt(RefineCandidateModel.RELAX, "NOBODY_HEARD_OF_IT");
    search.raiseAt(RefineCandidateModel.FINAL_ENERGY, "NOBODY_HEARD_OF_IT");
    search.run();

    assertThat(ENGINE.results("odd", Purpose.REFINE))
        .filteredOn(result -> result.failure().isPresent())
        .singleElement()
        .satisfies(result -> assertThat(result.complaint()).isEqualTo("said a worker"));
    assertThat(ENGINE.database().refinements().of("odd")).hasSize(1);
  }
}
