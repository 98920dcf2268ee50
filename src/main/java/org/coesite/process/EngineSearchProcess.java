package org.coesite.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.coesite.search.RefinementChoice;
import org.coesite.search.SearchIncident;
import org.coesite.search.SearchProcess;
import org.coesite.search.SearchStep;
import org.jspecify.annotations.Nullable;

/** Searches as instances of the process structure-search; the business key is the search. */
final class EngineSearchProcess implements SearchProcess {

  /** The steps from the plan of a refinement to its end. */
  private static final List<String> REFINING =
      List.of(
          StructureSearchModel.PLAN, StructureSearchModel.APPROVE, StructureSearchModel.REFINE_ALL);

  private final ProcessEngine engine;
  private final EffortMeter effort;
  private final RunModels models;
  private final StepCounts counts;
  private final OpenIncidents incidents;
  private volatile @Nullable String working;

  EngineSearchProcess(ProcessEngine engine, EffortMeter effort) {
    this.engine = engine;
    this.effort = effort;
    this.models = new RunModels(engine);
    this.counts = new StepCounts(engine);
    this.incidents = new OpenIncidents(engine);
  }

  /** Lets all searches rest: opening a data directory is no order to work on all of them. */
  void suspendAll() {
    for (String model : Models.PROCESSES) {
      engine
          .getRuntimeService()
          .updateProcessInstanceSuspensionState()
          .byProcessDefinitionKey(model)
          .suspend();
    }
  }

  @Override
  public void start(String search) {
    workOn(search);
    engine.getRuntimeService().startProcessInstanceByKey(StructureSearchModel.KEY, search);
  }

  @Override
  public void end(String search, String reason) {
    for (ProcessInstance instance : instances(search)) {
      if (instance.getRootProcessInstanceId().equals(instance.getId())) {
        engine.getRuntimeService().deleteProcessInstance(instance.getId(), reason);
      }
    }
  }

  @Override
  public void forget(String search) {
    end(search, "deleted");
    List<String> past =
        engine
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(search)
            .list()
            .stream()
            .map(HistoricProcessInstance::getId)
            .toList();
    if (!past.isEmpty()) {
      engine.getHistoryService().deleteHistoricProcessInstances(past);
    }
  }

  @Override
  public void resume(String search) {
    List<ProcessInstance> instances = instances(search);
    if (instances.isEmpty()) {
      start(search);
      return;
    }
    approve(search, instances, RefinementChoice.ALL);
  }

  @Override
  public boolean waitsForApproval(String search) {
    return waiting(search).stream()
        .anyMatch(task -> task.getTaskDefinitionKey().equals(StructureSearchModel.APPROVE));
  }

  @Override
  public void approvePlan(String search, List<String> structures) {
    approve(search, instances(search), String.join(", ", structures));
  }

  private void approve(String search, List<ProcessInstance> instances, String structures) {
    answer(
        search,
        instances,
        Map.of(
            StructureSearchModel.APPROVED.name(),
            true,
            StructureSearchModel.STRUCTURES.name(),
            structures));
  }

  @Override
  public void declinePlan(String search) {
    answer(search, instances(search), Map.of(StructureSearchModel.APPROVED.name(), false));
  }

  @Override
  public boolean isRefining(String search) {
    return root(search).filter(this::isRefining).isPresent();
  }

  private boolean isRefining(ProcessInstance root) {
    @Nullable ActivityInstance tree = engine.getRuntimeService().getActivityInstance(root.getId());
    // It may have ended just now.
    return tree != null && isRefining(tree);
  }

  private static boolean isRefining(ActivityInstance tree) {
    return REFINING.stream()
        .anyMatch(
            step ->
                tree.getActivityInstances(step).length > 0
                    || tree.getTransitionInstances(step).length > 0);
  }

  @Override
  public void endRefinement(String search) {
    workOn(search);
    root(search)
        .ifPresent(
            root -> {
              Collisions.retry(() -> leaveRefinement(root));
              activate(root);
            });
  }

  /** Searches begun with earlier models have the same steps, so this works on them as well. */
  private void leaveRefinement(ProcessInstance root) {
    if (!isRefining(root)) {
      // It went on by itself meanwhile; a second token would compare and report once more.
      return;
    }
    ProcessInstanceModificationBuilder change =
        engine.getRuntimeService().createProcessInstanceModification(root.getId());
    REFINING.forEach(change::cancelAllForActivity);
    change.startBeforeActivity(StructureSearchModel.COMPARE).execute();
  }

  private Optional<ProcessInstance> root(String search) {
    return instances(search).stream()
        .filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()))
        .findFirst();
  }

  @Override
  public boolean isAtWork(String search) {
    return instances(search).stream().anyMatch(this::isAtWork);
  }

  /** Timers do not count: they only guard what is at work. */
  private boolean isAtWork(ProcessInstance instance) {
    return engine
                .getExternalTaskService()
                .createExternalTaskQuery()
                .processInstanceId(instance.getId())
                .withRetriesLeft()
                .active()
                .count()
            > 0
        || engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .withRetriesLeft()
                .messages()
                .active()
                .count()
            > 0;
  }

  private List<Task> waiting(String search) {
    return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(search).list();
  }

  /** Lets a search go on; what waits for a person was mended, or a plan approved or declined. */
  private void answer(
      String search, List<ProcessInstance> instances, Map<String, Object> variables) {
    workOn(search);
    // Only what waits by now: another failure may come up as soon as the search goes on.
    List<Task> waiting = waiting(search);
    for (ProcessInstance instance : instances) {
      tryAgain(instance);
      engine.getRuntimeService().activateProcessInstanceById(instance.getId());
    }
    for (Task task : waiting) {
      engine.getTaskService().complete(task.getId(), variables);
    }
  }

  private void workOn(String search) {
    bookEffort();
    effort.begin();
    working = search;
  }

  /** Books what the session spent since the last booking, if it has a search that goes on. */
  void bookEffort() {
    if (working != null && !instances(working).isEmpty()) {
      effort.book(working);
    }
  }

  private List<ProcessInstance> instances(String search) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(search)
        .list();
  }

  private void tryAgain(ProcessInstance instance) {
    for (Job job :
        engine
            .getManagementService()
            .createJobQuery()
            .processInstanceId(instance.getId())
            .noRetriesLeft()
            .list()) {
      engine.getManagementService().setJobRetries(job.getId(), 1);
    }
    for (ExternalTask task :
        engine
            .getExternalTaskService()
            .createExternalTaskQuery()
            .processInstanceId(instance.getId())
            .noRetriesLeft()
            .list()) {
      engine.getExternalTaskService().setRetries(task.getId(), RelaxationWork.ATTEMPTS);
    }
  }

  @Override
  public boolean stopEarly(String search, String reason) {
    List<ProcessInstance> resting =
        instances(search).stream().filter(ProcessInstance::isSuspended).toList();
    workOn(search);
    resting.forEach(this::activate);
    try {
      Collisions.retry(() -> correlateStop(search, reason));
      return true;
    } catch (MismatchingMessageCorrelationException nothingToStop) {
      // It stays as it was.
      resting.forEach(this::suspend);
      return false;
    }
  }

  @Override
  public List<SearchStep> steps(String search) {
    return counts.of(search, instances(search));
  }

  @Override
  public Optional<String> model(String search, String key) {
    return models.text(search, key);
  }

  @Override
  public List<SearchIncident> incidents(String search) {
    return incidents.of(instances(search));
  }

  @Override
  public boolean retry(String search, String incident) {
    workOn(search);
    List<ProcessInstance> running = instances(search);
    // What waits for a person has nothing that is due: only the rest of the search goes on.
    running.forEach(this::activate);
    return incidents.retry(running, incident);
  }

  private void activate(ProcessInstance instance) {
    engine.getRuntimeService().activateProcessInstanceById(instance.getId());
  }

  private void suspend(ProcessInstance instance) {
    engine.getRuntimeService().suspendProcessInstanceById(instance.getId());
  }

  private void correlateStop(String search, String reason) {
    engine
        .getRuntimeService()
        .createMessageCorrelation(StructureSearchModel.STOP_EARLY)
        .processInstanceBusinessKey(search)
        .setVariables(
            Map.of(
                StructureSearchModel.STOP.name(),
                reason,
                StructureSearchModel.STOPPED_EARLY.name(),
                true))
        .correlate();
  }
}
