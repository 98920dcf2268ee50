package org.coesite.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.SearchConclusion;

/** Takes the unique structures of lowest energy. */
final class ChooseCandidates implements JavaDelegate {

  private final SearchConclusion conclusion;

  ChooseCandidates(SearchConclusion conclusion) {
    this.conclusion = conclusion;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String search = execution.getProcessBusinessKey();
    List<String> chosen = conclusion.choose(search);
    StructureSearchModel.CANDIDATES.set(execution, String.join(" ", chosen));
    StructureSearchModel.REFINES.set(execution, !chosen.isEmpty() && conclusion.refines(search));
  }
}
