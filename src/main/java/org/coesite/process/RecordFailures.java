package org.coesite.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.BatchRelaxation;
import org.coesite.search.Worker;
import org.jspecify.annotations.Nullable;

/** Gives each structure of a batch that has no relaxation a failed one with the reason. */
final class RecordFailures implements JavaDelegate {

  private final TaskJobs jobs;
  private final BatchRelaxation relaxation;

  RecordFailures(TaskJobs jobs, BatchRelaxation relaxation) {
    this.jobs = jobs;
    this.relaxation = relaxation;
  }

  @Override
  public void execute(DelegateExecution execution) {
    @Nullable String reason = GenerationModel.REFUSAL.optionalIn(execution);
    relaxation.recordFailures(
        jobs.of(execution),
        new Worker(
            Host.name(),
            execution.getCurrentActivityId(),
            execution.getProcessInstanceId() + '/' + execution.getActivityInstanceId()),
        reason == null ? "the worker gave no reason" : reason);
  }
}
