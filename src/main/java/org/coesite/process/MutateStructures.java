package org.coesite.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.GenerationSteps;

/** Makes the offspring of the next generation. */
final class MutateStructures implements JavaDelegate {

  private final GenerationSteps steps;

  MutateStructures(GenerationSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.mutate(execution.getProcessBusinessKey(), GenerationModel.GENERATION.in(execution));
  }
}
