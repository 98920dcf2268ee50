package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;
import org.coesite.evolution.Rattle;
import org.coesite.execution.Placement;
import org.junit.jupiter.api.Test;

class AttemptPlanTest {

  private static final Structure START = RefinedSearch.QUARTZ;
  private static final Structure REACHED = Rattle.of(START, 0.05, 9, "reached", 1);
  private static final Relaxation KILLED = new Failed(FailureReason.KILLED, "signal 9", List.of());
  private static final Relaxation OUTDATED =
      new NotConverged(
          FailureReason.BASIS_OUTDATED, "3 kbar, limit 1", REACHED, -1, 0.1, 0, List.of());
  private static final RelaxationSettings SETTINGS = RelaxationSettings.defaults(List.of("fast"));
  private static final RelaxationJob JOB =
      new RelaxationJob(
          "silica",
          7,
          "g000s00",
          Purpose.REFINE,
          START,
          "quantum-espresso",
          SETTINGS,
          Placement.HERE);

  private final List<Attempt> failed = new ArrayList<>();

  @Test
  void the_first_attempt_begins_with_the_start() {
    assertThat(plan()).isEqualTo(new AttemptPlan(1, START, "quantum-espresso", false, 1));
  }

  @Test
  void the_same_again_goes_on_from_the_same_files() {
    after(KILLED, FailureAction.RETRY_SAME);
    assertThat(plan()).isEqualTo(new AttemptPlan(2, START, "quantum-espresso", false, 1));
    assertThat(plan().suffix()).isEmpty();
  }

  @Test
  void the_next_round_begins_where_the_last_one_got_to_in_a_place_of_its_own() {
    after(OUTDATED, FailureAction.RETRY_FROM_LAST);
    assertThat(plan()).isEqualTo(new AttemptPlan(2, REACHED, "quantum-espresso", false, 2));
    assertThat(plan().suffix()).isEqualTo("-2");
  }

  @Test
  void a_round_that_was_killed_goes_on_in_its_own_place() {
    after(OUTDATED, FailureAction.RETRY_FROM_LAST);
    after(KILLED, FailureAction.RETRY_SAME);
    assertThat(plan()).isEqualTo(new AttemptPlan(3, REACHED, "quantum-espresso", false, 2));
  }

  @Test
  void a_program_that_died_goes_on_from_its_own_files_when_told_to_go_on_from_its_last() {
    after(KILLED, FailureAction.RETRY_FROM_LAST);
    assertThat(plan()).isEqualTo(new AttemptPlan(2, START, "quantum-espresso", false, 1));
  }

  @Test
  void a_loose_relaxation_stays_so_when_it_is_made_again() {
    after(KILLED, FailureAction.LOOSER_THEN_TIGHT);
    after(KILLED, FailureAction.RETRY_SAME);
    assertThat(plan()).isEqualTo(new AttemptPlan(3, START, "quantum-espresso", true, 2));
  }

  @Test
  void each_perturbation_is_another_one_of_the_start() {
    after(KILLED, FailureAction.PERTURB_AND_RETRY);
    Structure first = plan().start();
    after(KILLED, FailureAction.PERTURB_AND_RETRY);
    assertThat(plan().start()).isNotEqualTo(START).isNotEqualTo(first);
    assertThat(plan().run()).isEqualTo(3);
  }

  @Test
  void another_calculator_begins_with_the_start() {
    after(OUTDATED, new Decision(FailureAction.OTHER_CALCULATOR, "embedded"));
    assertThat(plan()).isEqualTo(new AttemptPlan(2, START, "embedded", false, 2));
  }

  private AttemptPlan plan() {
    return AttemptPlan.of(JOB, failed);
  }

  private void after(Relaxation outcome, FailureAction action) {
    after(outcome, Decision.of(action));
  }

  private void after(Relaxation outcome, Decision decision) {
    AttemptPlan plan = plan();
    Instant now = Instant.EPOCH;
    RelaxationRecord attempt =
        new RelaxationRecord(
            JOB.search(),
            JOB.structure(),
            JOB.purpose(),
            plan.start(),
            plan.calculator(),
            "1",
            SETTINGS,
            new Worker("host", "one"),
            plan.number(),
            now,
            now,
            Duration.ZERO,
            outcome);
    failed.add(new Attempt(attempt, List.of(decision)));
  }
}
