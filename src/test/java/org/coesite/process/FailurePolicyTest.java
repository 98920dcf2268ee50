package org.coesite.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.coesite.calculator.FailureReason;
import org.coesite.search.Decision;
import org.coesite.search.FailureAction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The decision table as the engine reads it. */
class FailurePolicyTest {

  private static final Set<String> CALCULATORS =
      new TreeSet<>(Set.of("embedded", "gulp", "quantum-espresso", "mace", "one of yours"));
  private static final int FAR = 25;
  private static final ProcessEngine ENGINE = engine();
  private static final DecisionService DECISIONS = ENGINE.getDecisionService();
  private static final DecisionTablePolicy POLICY = new DecisionTablePolicy(DECISIONS);

  private static ProcessEngine engine() {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName("failure-policy");
    configuration.setJdbcUrl("jdbc:h2:mem:failure-policy");
    configuration.setJobExecutorActivate(false);
    ProcessEngine engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource(FailurePolicyModel.RESOURCE)
        .deploy();
    return engine;
  }

  @AfterAll
  static void closeEngine() {
    ENGINE.close();
  }

  @ParameterizedTest
  @EnumSource(FailureReason.class)
  void every_failure_of_every_calculator_has_a_row_at_every_attempt(FailureReason reason) {
    for (String calculator : CALCULATORS) {
      for (int attempt = 1; attempt <= FAR; attempt++) {
        assertThat(POLICY.decide(calculator, reason, attempt).action())
            .as("%s, %s, attempt %d", calculator, reason, attempt)
            .isNotNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = FailureReason.class, names = "INTERRUPTED", mode = EnumSource.Mode.EXCLUDE)
  void no_failure_is_tried_again_for_ever(FailureReason reason) {
    for (String calculator : CALCULATORS) {
      assertThat(POLICY.decide(calculator, reason, FAR).action())
          .as("%s, %s", calculator, reason)
          .isIn(FailureAction.DISCARD, FailureAction.ASK_PERSON, FailureAction.OTHER_CALCULATOR);
    }
  }

  @Test
  void every_action_is_used() {
    Set<FailureAction> used = EnumSet.noneOf(FailureAction.class);
    for (String calculator : CALCULATORS) {
      for (FailureReason reason : FailureReason.values()) {
        for (int attempt = 1; attempt <= FAR; attempt++) {
          used.add(POLICY.decide(calculator, reason, attempt).action());
        }
      }
    }
    assertThat(used).containsExactlyInAnyOrder(FailureAction.values());
  }

  @ParameterizedTest
  @CsvSource({
    "quantum-espresso, KILLED,             1, retry same",
    "quantum-espresso, BASIS_OUTDATED,     2, retry from last geometry",
    "quantum-espresso, SCF_NOT_CONVERGED,  1, looser then tight",
    "quantum-espresso, SCF_NOT_CONVERGED,  2, perturb and retry",
    "quantum-espresso, SCF_NOT_CONVERGED,  3, discard",
    "quantum-espresso, PSEUDOPOTENTIAL,    1, ask a person",
    "gulp,             CALCULATOR_MISSING, 1, ask a person",
    "gulp,             COLLAPSED,          1, replace",
    "gulp,             COLLAPSED,          3, discard",
    "mace,             ENERGY_OUT_OF_RANGE, 1, replace",
    "chgnet,           COLLAPSED,          2, replace",
    "chgnet,           COLLAPSED,          3, discard",
    "aimnet2,          CRASHED,            1, retry same",
    "ase,              CRASHED,            2, discard",
    "ase,              STEPS_SPENT,        1, discard",
    "embedded,         ENERGY_OUT_OF_RANGE, 1, discard",
    "embedded,         STUCK,              1, discard"
  })
  void the_table_decides(String calculator, FailureReason reason, int attempt, String action) {
    assertThat(POLICY.decide(calculator, reason, attempt))
        .isEqualTo(Decision.of(FailureAction.ofWords(action)));
  }

  @Test
  void where_gulp_is_stuck_the_embedded_relaxer_takes_over() {
    assertThat(POLICY.decide("gulp", FailureReason.STUCK, 1))
        .isEqualTo(new Decision(FailureAction.OTHER_CALCULATOR, "embedded"));
  }
}
