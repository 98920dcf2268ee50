package org.coesite.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.crystal.Structure;
import org.coesite.search.Attempt;
import org.coesite.search.Decision;
import org.coesite.search.FailureAction;
import org.coesite.search.Purpose;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchState;
import org.coesite.search.SmallSearches;
import org.coesite.search.ToyCalculator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks every path of screen-again, step by step, on an engine in memory. */
class ScreenAgainTest {

  /** The table has decisions for it that a second screening cannot carry out. */
  private static final String NAME = "gulp";

  @RegisterExtension
  static final InMemoryEngine ENGINE =
      InMemoryEngine.covering(
          ScreenAgainModel.KEY,
          Map.of(StructureSearchModel.RESOURCE, SecondStage.model(NAME, "sio2-slc", "1000", "4")));

  @RegisterExtension static final ProcessEngineCoverageExtension COVERAGE = ENGINE.coverage();

  /** A search that screens without trouble, then again as the behaviour says. */
  private static SteppedSearch again(
      String name, SearchSettings settings, BiFunction<Integer, Structure, Relaxation> behaviour) {
    SteppedSearch search =
        ENGINE.search(name, ToyCalculator.converging(), new ToyCalculator(NAME, behaviour));
    search.start(settings);
    return search;
  }

  private static SteppedSearch again(
      String name, BiFunction<Integer, Structure, Relaxation> behaviour) {
    return again(name, SmallSearches.of(1, 1), behaviour);
  }

  private static List<RelaxationRecord> results(String search, Purpose purpose) {
    return ENGINE.database().relaxations().all(search).stream()
        .filter(relaxation -> relaxation.purpose() == purpose)
        .toList();
  }

  /** Each one lower than the one before, in a slightly larger cell. */
  private static Relaxation reversed(int number, Structure start) {
    double energy = -number * start.size();
    Structure wider = start.with(start.lattice().scaledTo(1.01 * start.lattice().volume()));
    return new Converged(wider, energy, energy, 0.001, 0, StationaryPoint.MINIMUM, List.of());
  }

  private static double energyPerAtom(RelaxationRecord record) {
    Converged converged = (Converged) record.outcome();
    return converged.enthalpy() / converged.structure().size();
  }

  @Test
  void the_best_are_relaxed_again_and_what_follows_goes_by_their_new_energies() {
    SteppedSearch search =
        again(
            "reversed",
            SmallSearches.refined(ToyCalculator.NAME, false),
            ScreenAgainTest::reversed);

    search.run();

    List<RelaxationRecord> screened = results("reversed", Purpose.SCREEN);
    List<RelaxationRecord> rescreened = results("reversed", Purpose.RESCREEN);
    List<RelaxationRecord> refined = results("reversed", Purpose.REFINE);
    assertThat(rescreened)
        .hasSize(4)
        .allSatisfy(
            record -> {
              assertThat(record.calculator()).isEqualTo(NAME);
              assertThat(record.settings().stages()).containsExactly("sio2-slc");
            })
        .extracting(RelaxationRecord::structure)
        .containsExactlyInAnyOrderElementsOf(
            screened.stream()
                .sorted(Comparator.comparingDouble(ScreenAgainTest::energyPerAtom))
                .limit(4)
                .map(RelaxationRecord::structure)
                .toList());
    assertThat(ENGINE.database().refinements().planned("reversed").subList(0, 2))
        .containsExactlyElementsOf(
            rescreened.stream()
                .sorted(Comparator.comparingDouble(ScreenAgainTest::energyPerAtom))
                .limit(2)
                .map(RelaxationRecord::structure)
                .toList());
    assertThat(refined)
        .filteredOn(record -> !record.structure().startsWith("ref-"))
        .hasSize(2)
        .allSatisfy(
            record ->
                assertThat(record.start())
                    .isEqualTo(
                        ((Converged)
                                ENGINE
                                    .database()
                                    .relaxations()
                                    .of("reversed", record.structure(), Purpose.RESCREEN)
                                    .orElseThrow())
                            .structure()));
    assertThat(search.service().eventsAfter("reversed", 0))
        .extracting(event -> event.text())
        .anyMatch(
            text -> text.startsWith("4 structures are screened again with gulp (sio2-slc): g"))
        .anyMatch(text -> text.matches("4 structures have become 4 of gulp .*\\(was 4\\), .*"));
    assertThat(search.service().verify("reversed").problems()).isEmpty();
  }

  @Test
  void a_structure_that_only_another_calculator_could_relax_is_left_out() {
    SteppedSearch search =
        again(
            "stuck",
            (number, start) ->
                number == 1
                    ? new Failed(FailureReason.STUCK, "no way down", List.of())
                    : ToyCalculator.converged(start));

    search.run();

    assertThat(search.service().progress("stuck").state()).isEqualTo(SearchState.FINISHED);
    assertThat(ENGINE.database().attempts().all("stuck"))
        .singleElement()
        .extracting(Attempt::decision)
        .isEqualTo(Optional.of(Decision.of(FailureAction.DISCARD)));
    assertThat(search.service().eventsAfter("stuck", 0))
        .anyMatch(event -> event.text().startsWith("4 structures have become 3 of gulp"));
  }

  @Test
  void a_killed_relaxation_is_made_again() {
    SteppedSearch search =
        again(
            "killed",
            (number, start) ->
                number == 1
                    ? new Failed(FailureReason.KILLED, "signal 9", List.of())
                    : ToyCalculator.converged(start));

    search.run();

    assertThat(results("killed", Purpose.RESCREEN))
        .hasSize(4)
        .extracting(RelaxationRecord::attempt)
        .containsOnlyOnce(2);
  }

  @Test
  void a_missing_program_waits_for_a_person_and_goes_on_when_it_is_there() {
    boolean[] installed = {false};
    SteppedSearch search =
        again(
            "missing",
            (number, start) ->
                installed[0]
                    ? ToyCalculator.converged(start)
                    : new Failed(
                        FailureReason.CALCULATOR_MISSING, "there is no 'gulp'", List.of()));
    search.run();

    assertThat(search.service().progress("missing").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(search.service().progress("missing").stop()).contains("there is no 'gulp'");

    installed[0] = true;
    search.service().resume("missing");
    search.run();

    assertThat(search.service().progress("missing").state()).isEqualTo(SearchState.FINISHED);
    assertThat(results("missing", Purpose.RESCREEN)).hasSize(4);
    assertThat(ENGINE.incidents()).isEmpty();
  }

  @Test
  void what_a_worker_gives_up_is_recorded_and_the_rest_is_ranked() {
    SteppedSearch search = again("given-up", (number, start) -> ToyCalculator.converged(start));
    search.runToTheSecondScreening();

    search.raise(search.fetch().get(0), GenerationModel.CALCULATOR_REFUSED);
    search.raise(search.fetch().get(0), "NOBODY_HEARD_OF_IT");
    search.run();

    assertThat(results("given-up", Purpose.RESCREEN))
        .hasSize(4)
        .filteredOn(result -> result.failure().isPresent())
        .hasSize(2)
        .allSatisfy(
            result -> {
              assertThat(result.complaint()).isEqualTo("said a worker");
              assertThat(result.calculator()).isEqualTo(NAME);
            });
    assertThat(search.service().progress("given-up").state()).isEqualTo(SearchState.FINISHED);
  }

  @Test
  void a_second_screening_in_another_way_waits_for_a_person() {
    SteppedSearch search = again("changed", (number, start) -> ToyCalculator.converged(start));
    search.run();

    Deployment changed =
        InMemoryEngine.deploy(
            ENGINE.engine(),
            Map.of(StructureSearchModel.RESOURCE, SecondStage.model("toy", "other", "1000", "4")));
    search.service().amend("changed", SmallSearches.of(1, 2));
    search.run();

    assertThat(search.service().progress("changed").state()).isEqualTo(SearchState.INCIDENT);
    assertThat(search.service().progress("changed").stop())
        .contains("was screened again with gulp (sio2-slc) before", "toy (other) cannot follow");
    assertThat(ENGINE.incidents()).extracting(Incident::getActivityId).contains("plan");
    ENGINE.engine().getRepositoryService().deleteDeployment(changed.getId(), true);
  }
}
