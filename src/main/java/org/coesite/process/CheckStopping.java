package org.coesite.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.GenerationSteps;

/** Puts the reason to stop into words, if there is one; else counts up the generation. */
final class CheckStopping implements JavaDelegate {

  private final GenerationSteps steps;
  private final EffortMeter effort;

  CheckStopping(GenerationSteps steps, EffortMeter effort) {
    this.steps = steps;
    this.effort = effort;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String search = execution.getProcessBusinessKey();
    int generation = StructureSearchModel.RUNNING.in(execution);
    effort.book(search);
    Optional<String> stop = steps.stop(search, generation);
    StructureSearchModel.STOP.set(execution, stop.orElse(null));
    if (stop.isEmpty()) {
      StructureSearchModel.RUNNING.set(execution, generation + 1);
    }
  }
}
