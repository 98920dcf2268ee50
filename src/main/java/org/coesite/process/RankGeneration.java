package org.coesite.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.GenerationSteps;

/** Decides on each relaxed structure of the generation. */
final class RankGeneration implements JavaDelegate {

  private final GenerationSteps steps;

  RankGeneration(GenerationSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    steps.rank(execution.getProcessBusinessKey(), GenerationModel.GENERATION.in(execution));
  }
}
