package org.coesite.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.coesite.search.AttemptLedger;
import org.coesite.search.AttemptOrder;
import org.coesite.search.Parcel;
import org.coesite.search.RelaxationJob;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.ResultParcel;
import org.coesite.search.WorkParcel;
import org.jspecify.annotations.Nullable;

/**
 * Packs the work of an external task into a variable, for workers that reach nothing but the
 * engine's REST interface, and keeps the results that they leave in another one.
 *
 * @param served whether there are such workers; without them nothing is packed
 * @param jobs the relaxations of a task
 * @param ledger which of them are due, and what came out
 */
record RemoteWork(boolean served, TaskJobs jobs, AttemptLedger ledger) {

  /** The names that the models call it by. */
  Map<String, JavaDelegate> delegates() {
    return Map.of("provideWork", this::provide, "recordWork", this::record);
  }

  private void provide(DelegateExecution execution) {
    String calculator = StructureSearchModel.CALCULATOR.in(execution);
    if (execution.hasVariableLocal(StructureSearchModel.CALCULATOR.name())) {
      requireMeant(execution, calculator);
    }
    if (served) {
      List<AttemptOrder> due =
          jobs.of(execution).stream().flatMap(job -> ledger.due(job, calculator).stream()).toList();
      execution.setVariableLocal(Models.WORK, Parcel.pack(new WorkParcel(due)));
    }
  }

  /** A step that has one calculator of its own would wait for ever for what another is to do. */
  private void requireMeant(DelegateExecution execution, String calculator) {
    for (RelaxationJob job : jobs.of(execution)) {
      Optional<AttemptOrder> due = ledger.due(job);
      if (due.isPresent() && !due.get().plan().calculator().equals(calculator)) {
        throw new IllegalStateException(
            "step '%s' relaxes with %s and %s is to be relaxed with %s; the topic relax-${calculator} suits both"
                .formatted(
                    execution.getCurrentActivityId(),
                    calculator,
                    job.structure(),
                    due.get().plan().calculator()));
      }
    }
  }

  /** Also after a task was given up: what was packed for it goes, with or without results. */
  private void record(DelegateExecution execution) {
    if (!served) {
      return;
    }
    byte @Nullable [] results = (byte[]) execution.getVariableLocal(Models.RESULTS);
    if (results != null) {
      List<RelaxationJob> asked = jobs.of(execution);
      String calculator = StructureSearchModel.CALCULATOR.in(execution);
      String task = execution.getProcessInstanceId() + '/' + execution.getActivityInstanceId();
      for (RelaxationRecord result : Parcel.unpack(results, ResultParcel.class).records()) {
        keep(result.in(task), asked, calculator);
      }
    }
    forget(execution);
  }

  private void keep(RelaxationRecord result, List<RelaxationJob> asked, String calculator) {
    RelaxationJob job =
        asked.stream()
            .filter(
                one ->
                    one.structure().equals(result.structure()) && one.purpose() == result.purpose())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(unasked(result)));
    Optional<AttemptOrder> due = ledger.due(job, calculator);
    if (due.isPresent()) {
      if (!due.get().isFor(result)) {
        throw new IllegalArgumentException(unasked(result));
      }
      ledger.keep(result);
    }
  }

  private static String unasked(RelaxationRecord result) {
    return "the task did not ask for attempt %d at %s of search %s from that start with %s"
        .formatted(result.attempt(), result.structure(), result.search(), result.calculator());
  }

  /** The structures are in own tables by now; in variables and history they would stay for ever. */
  private static void forget(DelegateExecution execution) {
    execution.removeVariableLocal(Models.RESULTS);
    execution.removeVariableLocal(Models.WORK);
    // Who completes a task over REST need not have the right to delete history.
    Context.getCommandContext()
        .runWithoutAuthorization(
            () -> {
              forgetHistory(
                  execution.getProcessEngineServices().getHistoryService(), execution.getId());
              return null;
            });
  }

  private static void forgetHistory(HistoryService history, String execution) {
    for (HistoricVariableInstance packed :
        history
            .createHistoricVariableInstanceQuery()
            .executionIdIn(execution)
            .variableName(Models.WORK)
            .disableBinaryFetching()
            .list()) {
      history.deleteHistoricVariableInstance(packed.getId());
    }
  }
}
