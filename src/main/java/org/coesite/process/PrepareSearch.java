package org.coesite.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.Parcel;
import org.coesite.search.SearchName;
import org.coesite.search.SearchOrder;
import org.coesite.search.SearchStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a search that was ordered from outside, reads which calculator the search asks for and
 * begins with generation 0, or where it had got to.
 */
final class PrepareSearch implements JavaDelegate {

  private final SearchStore store;
  private final EffortMeter effort;

  PrepareSearch(SearchStore store, EffortMeter effort) {
    this.store = store;
    this.effort = effort;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String search = execution.getProcessBusinessKey();
    effort.begin(search);
    byte @Nullable [] order = (byte[]) execution.getVariable(Models.ORDER);
    if (order != null) {
      SearchOrder ordered = Parcel.unpack(order, SearchOrder.class);
      store.searches().create(SearchName.checked(search), ordered.settings(), ordered.references());
      execution.removeVariable(Models.ORDER);
    }
    String calculator = store.searches().settings(search).screen();
    StructureSearchModel.CALCULATOR.set(execution, calculator);
    // A search that goes on with other settings does its last generation again, which finds it
    // done.
    int ranked = store.structures().lastRanked(search);
    StructureSearchModel.RUNNING.set(execution, Math.max(0, ranked));
    store
        .events()
        .add(
            search,
            ranked < 0
                ? "search started, structures are relaxed with " + calculator
                : "search goes on after generation " + ranked);
  }
}
