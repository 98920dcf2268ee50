package org.coesite.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.coesite.calculator.FailureReason;
import org.coesite.search.Decision;
import org.coesite.search.FailureAction;
import org.coesite.search.FailurePolicy;
import org.coesite.search.SearchStore;
import org.jspecify.annotations.Nullable;

/** The failure policy as the deployed decision table states it, which is put on record. */
final class DecisionTablePolicy implements FailurePolicy {

  private final DecisionService decisions;

  /**
   * Puts the table by which a search's failures are decided on record, if it is not the one that
   * held before: it may have been edited while the search went on.
   */
  static void keep(SearchStore store, DelegateExecution execution) {
    String search = execution.getProcessBusinessKey();
    RepositoryService models = execution.getProcessEngineServices().getRepositoryService();
    DecisionDefinition latest =
        models
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(FailurePolicyModel.KEY)
            .latestVersion()
            .singleResult();
    try (InputStream table = models.getDecisionModel(latest.getId())) {
      String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
      if (store.searches().keepPolicy(search, text)) {
        store.events().add(search, "another failure policy holds from now on; it is on record");
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

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
