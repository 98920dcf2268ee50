package org.coesite.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.Refinement;
import org.coesite.search.SearchConclusion;

/** Keeps how far each structure is from each known phase, before and after refining both. */
final class CompareWithReferences implements JavaDelegate {

  private final SearchConclusion conclusion;
  private final Refinement refinement;

  CompareWithReferences(SearchConclusion conclusion, Refinement refinement) {
    this.conclusion = conclusion;
    this.refinement = refinement;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String search = execution.getProcessBusinessKey();
    String candidates = StructureSearchModel.CANDIDATES.in(execution);
    conclusion.compare(search, List.of(candidates.split(" ")));
    refinement.compareAll(search);
  }
}
