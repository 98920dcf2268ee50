package org.coesite.process;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.coesite.calculator.FailureReason;
import org.coesite.search.Decision;
import org.coesite.search.FailureAction;
import org.coesite.search.FailurePolicy;
import org.jspecify.annotations.Nullable;

/** The failure policy as the deployed decision table states it. */
final class DecisionTablePolicy implements FailurePolicy {

  private final DecisionService decisions;

  DecisionTablePolicy(DecisionService decisions) {
    this.decisions = decisions;
  }

  @Override
  public Decision decide(String calculator, FailureReason reason, int attempt) {
    @Nullable DmnDecisionRuleResult row =
        decisions
            .evaluateDecisionTableByKey(FailurePolicyModel.KEY)
            .variables(
                Map.of(
                    FailurePolicyModel.CALCULATOR.name(),
                    calculator,
                    FailurePolicyModel.REASON.name(),
                    reason.name(),
                    FailurePolicyModel.ATTEMPT.name(),
                    attempt))
            .evaluate()
            .getSingleResult();
    if (row == null) {
      throw new IllegalStateException(
          "no row of failure-policy.dmn fits calculator '%s', reason %s, attempt %d"
              .formatted(calculator, reason, attempt));
    }
    return decision(row);
  }

  /** The decision that a row of the table states. */
  static Decision decision(Map<String, Object> row) {
    return new Decision(
        FailureAction.ofWords((String) row.get(FailurePolicyModel.ACTION)),
        (String) row.get(FailurePolicyModel.OTHER_CALCULATOR));
  }
}
