package org.coesite.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.BatchRelaxation;
import org.coesite.search.BatchTask;
import org.coesite.search.Worker;
import org.jspecify.annotations.Nullable;

/** Gives each structure of a batch that has no relaxation a failed one with the reason. */
final class RecordFailures implements JavaDelegate {

  private final BatchRelaxation relaxation;

  RecordFailures(BatchRelaxation relaxation) {
    this.relaxation = relaxation;
  }

  @Override
  public void execute(DelegateExecution execution) {
    @Nullable String reason = GenerationModel.REFUSAL.optionalIn(execution);
    relaxation.recordFailures(
        new BatchTask(
            execution.getProcessBusinessKey(),
            GenerationModel.GENERATION.in(execution),
            GenerationModel.BATCH.in(execution)),
        new Worker(
            Host.name(),
            execution.getCurrentActivityId(),
            execution.getProcessInstanceId() + '/' + execution.getActivityInstanceId()),
        reason == null ? "the worker gave no reason" : reason);
  }
}
