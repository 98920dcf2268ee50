package org.coesite.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.SearchConclusion;

/** Keeps how far each candidate is from each known phase. */
final class CompareWithReferences implements JavaDelegate {

  private final SearchConclusion conclusion;

  CompareWithReferences(SearchConclusion conclusion) {
    this.conclusion = conclusion;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String candidates = StructureSearchModel.CANDIDATES.in(execution);
    conclusion.compare(execution.getProcessBusinessKey(), List.of(candidates.split(" ")));
  }
}
