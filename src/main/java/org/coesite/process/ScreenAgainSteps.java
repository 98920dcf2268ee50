package org.coesite.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.Parcel;
import org.coesite.search.Rescreening;
import org.coesite.search.RescreeningOrder;
import org.coesite.search.SecondScreening;
import org.jspecify.annotations.Nullable;

/** The steps of a second screening, of which the model says all that search.yaml does not. */
record ScreenAgainSteps(SecondScreening screening) {

  /** The names that the models call them by. */
  Map<String, JavaDelegate> delegates() {
    return Map.of("planRescreening", this::plan, "rankRescreened", this::rank);
  }

  private void plan(DelegateExecution execution) {
    // A person writes numbers into a model as text, a program may set them as numbers.
    @Nullable Object potential = ScreenAgainModel.POTENTIAL.optionalIn(execution);
    Rescreening plan =
        screening.plan(
            execution.getProcessBusinessKey(),
            RescreeningOrder.of(
                StructureSearchModel.CALCULATOR.in(execution),
                potential == null ? "" : potential.toString(),
                ScreenAgainModel.WINDOW.in(execution).toString(),
                ScreenAgainModel.CANDIDATES.in(execution).toString()));
    GenerationModel.BATCHES.set(execution, plan.batches().size());
    ScreenAgainModel.PLAN.set(execution, Parcel.pack(plan));
  }

  private void rank(DelegateExecution execution) {
    screening.rank(
        execution.getProcessBusinessKey(),
        Parcel.unpack(ScreenAgainModel.PLAN.in(execution), Rescreening.class));
  }
}
