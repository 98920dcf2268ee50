package org.coesite.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.FailureHandling;
import org.coesite.search.NextStep;
import org.coesite.search.Purpose;
import org.coesite.search.SearchState;
import org.coesite.search.SearchStore;

/** The steps that both models take after a failed attempt. */
record FailureSteps(SearchStore store, TaskJobs jobs, FailureHandling failures) {

  /** Type of the incidents that decisions on failures lead to. */
  static final String INCIDENT = "failedRelaxation";

  /** The names that the models call them by. */
  Map<String, JavaDelegate> delegates() {
    return Map.of(
        "decideOnFailures", this::decideOnBatch,
        "reportFailure", this::report,
        "batchMended", this::batchMended,
        "candidateMended", this::candidateMended);
  }

  private void decideOnBatch(DelegateExecution execution) {
    DecisionTablePolicy.keep(store, execution);
    DecisionTablePolicy policy =
        new DecisionTablePolicy(execution.getProcessEngineServices().getDecisionService());
    failures.decide(jobs.of(execution), policy);
    goOn(execution, failures.next(jobs.of(execution)));
  }

  /** Leaves behind how the model goes on. */
  static void goOn(DelegateExecution execution, NextStep next) {
    if (next instanceof NextStep.Again again) {
      execution.setVariableLocal(FailurePolicyModel.NEXT.name(), "again");
      execution.setVariableLocal(FailurePolicyModel.CALCULATOR.name(), again.calculator());
    } else if (next instanceof NextStep.Person person) {
      execution.setVariableLocal(FailurePolicyModel.NEXT.name(), "person");
      execution.setVariableLocal(FailurePolicyModel.CALCULATOR.name(), person.calculator());
      execution.setVariableLocal(FailurePolicyModel.STRUCTURE.name(), person.structure());
      execution.setVariableLocal(FailurePolicyModel.FAILURE.name(), Variable.cut(person.message()));
    } else {
      execution.setVariableLocal(FailurePolicyModel.NEXT.name(), "done");
    }
  }

  /** Puts what a person has to mend where people look: state, events and the engine's incidents. */
  private void report(DelegateExecution execution) {
    String message = FailurePolicyModel.FAILURE.in(execution);
    String search = execution.getProcessBusinessKey();
    // By this id of its own: the engine resolves all that have the same one together.
    execution.createIncident(INCIDENT, execution.getActivityInstanceId(), message);
    store.searches().setState(search, SearchState.INCIDENT, message);
    store.events().add(search, "waits for a person: " + message);
  }

  private void batchMended(DelegateExecution execution) {
    failures.mended(jobs.of(execution));
    resolve(execution);
  }

  private void candidateMended(DelegateExecution execution) {
    failures.mended(
        execution.getProcessBusinessKey(),
        RefineCandidateModel.SUBJECT.in(execution),
        Purpose.valueOf(RefineCandidateModel.PURPOSE.in(execution)));
    resolve(execution);
  }

  private static void resolve(DelegateExecution execution) {
    execution
        .getProcessEngineServices()
        .getRuntimeService()
        .createIncidentQuery()
        .incidentType(INCIDENT)
        .executionId(execution.getId())
        .list()
        .forEach(incident -> execution.resolveIncident(incident.getId()));
  }
}
