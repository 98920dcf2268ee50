package org.coesite.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.GenerationSteps;

/** Makes the structures of the generation, in batches. */
final class GenerateStructures implements JavaDelegate {

  private final GenerationSteps steps;

  GenerateStructures(GenerationSteps steps) {
    this.steps = steps;
  }

  @Override
  public void execute(DelegateExecution execution) {
    int generation = GenerationModel.GENERATION.in(execution);
    int batches = steps.generate(execution.getProcessBusinessKey(), generation);
    GenerationModel.BATCHES.set(execution, batches);
  }
}
