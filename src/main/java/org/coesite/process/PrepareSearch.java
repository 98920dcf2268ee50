package org.coesite.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.SearchStore;

/** Reads which calculator the search asks for and begins with generation 0. */
final class PrepareSearch implements JavaDelegate {

  private final SearchStore store;

  PrepareSearch(SearchStore store) {
    this.store = store;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String search = execution.getProcessBusinessKey();
    String calculator = store.searches().settings(search).screen();
    StructureSearchModel.CALCULATOR.set(execution, calculator);
    StructureSearchModel.RUNNING.set(execution, 0);
    store.events().add(search, "search started, structures are relaxed with " + calculator);
  }
}
