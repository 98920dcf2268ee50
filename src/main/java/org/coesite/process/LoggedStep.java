package org.coesite.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.coesite.search.LogFields;

/** A step whose log lines tell which part of which search they are about. */
record LoggedStep(JavaDelegate step) implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) throws Exception {
    Runnable end = fields(execution).begin();
    try {
      step.execute(execution);
    } finally {
      end.run();
    }
  }

  private static LogFields fields(DelegateExecution execution) {
    LogFields search = LogFields.of(execution.getProcessBusinessKey());
    return execution.getProcessDefinitionId().startsWith(RefineCandidateModel.KEY + ':')
        ? search.withStructure(RefineCandidateModel.SUBJECT.optionalIn(execution))
        : search.withGeneration(GenerationModel.GENERATION.optionalIn(execution));
  }

  /** The same of the work that a task asks for. */
  static LogFields fields(LockedExternalTask task) {
    return LogFields.of(task.getBusinessKey())
        .withGeneration(GenerationModel.GENERATION.in(task.getVariables()))
        .withStructure(RefineCandidateModel.SUBJECT.in(task.getVariables()));
  }
}
