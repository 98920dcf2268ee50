package org.coesite.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.GenerationSteps;

/** Names what the next generation is made from. */
final class SelectParents implements JavaDelegate {

  private final GenerationSteps steps;

  SelectParents(GenerationSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.select(execution.getProcessBusinessKey(), GenerationModel.GENERATION.in(execution));
  }
}
