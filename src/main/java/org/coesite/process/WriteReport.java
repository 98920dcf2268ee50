package org.coesite.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.Parcel;
import org.coesite.search.SearchConclusion;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary;

/** Ends the search and writes its report. */
final class WriteReport implements JavaDelegate {

  private final SearchConclusion conclusion;
  private final EffortMeter effort;

  WriteReport(SearchConclusion conclusion, EffortMeter effort) {
    this.conclusion = conclusion;
    this.effort = effort;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String search = execution.getProcessBusinessKey();
    boolean early = StructureSearchModel.STOPPED_EARLY.optionalIn(execution) != null;
    effort.book(search);
    SearchSummary summary =
        conclusion.report(
            search,
            early ? SearchState.STOPPED : SearchState.FINISHED,
            StructureSearchModel.STOP.in(execution));
    StructureSearchModel.POPULATION_HASH.set(execution, summary.populationHash());
    execution.setVariable(Models.SUMMARY, Parcel.pack(summary));
  }
}
