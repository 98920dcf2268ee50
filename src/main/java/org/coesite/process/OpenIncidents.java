package org.coesite.process;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.coesite.search.SearchIncident;
import org.jspecify.annotations.Nullable;

/** What waits for a person in a search, each on its own. */
record OpenIncidents(ProcessEngine engine) {

  /** Those of a search whose instances at work are given, the oldest first. */
  List<SearchIncident> of(List<ProcessInstance> running) {
    return causes(running).stream().map(this::view).toList();
  }

  /** Each is told to all that call its process as well; only the first of them is one. */
  private List<Incident> causes(List<ProcessInstance> running) {
    Set<String> instances =
        running.stream().map(ProcessInstance::getId).collect(Collectors.toSet());
    Predicate<Incident> ofSearch = incident -> instances.contains(incident.getProcessInstanceId());
    return engine
        .getRuntimeService()
        .createIncidentQuery()
        .orderByIncidentTimestamp()
        .asc()
        .list()
        .stream()
        .filter(ofSearch.and(incident -> incident.getId().equals(incident.getCauseIncidentId())))
        .toList();
  }

  private SearchIncident view(Incident incident) {
    ProcessDefinition model =
        engine.getRepositoryService().getProcessDefinition(incident.getProcessDefinitionId());
    RunModels.Step step = new RunModels(engine).step(model.getId(), incident.getActivityId());
    return new SearchIncident(
        incident.getId(),
        model.getKey(),
        step.id(),
        step.name(),
        structure(incident),
        Objects.requireNonNullElse(incident.getIncidentMessage(), "no reason given"),
        incident.getIncidentTimestamp().toInstant());
  }

  private @Nullable String structure(Incident incident) {
    Variable<String> variable =
        incident.getIncidentType().equals(FailureSteps.INCIDENT)
            ? FailurePolicyModel.STRUCTURE
            : RefineCandidateModel.SUBJECT;
    return variable
        .type()
        .cast(engine.getRuntimeService().getVariable(incident.getExecutionId(), variable.name()));
  }

  /**
   * Has one of them tried again; the others go on waiting.
   *
   * @return false if it is not open
   */
  boolean retry(List<ProcessInstance> running, String id) {
    List<Incident> found =
        causes(running).stream().filter(incident -> incident.getId().equals(id)).toList();
    found.forEach(incident -> Collisions.retry(() -> retry(incident)));
    return !found.isEmpty();
  }

  private void retry(Incident incident) {
    switch (incident.getIncidentType()) {
      case Incident.FAILED_JOB_HANDLER_TYPE ->
          engine.getManagementService().setJobRetries(incident.getConfiguration(), 1);
      case Incident.EXTERNAL_TASK_HANDLER_TYPE ->
          engine
              .getExternalTaskService()
              .setRetries(incident.getConfiguration(), RelaxationWork.ATTEMPTS);
      default -> completeTasks(incident);
    }
  }

  private void completeTasks(Incident incident) {
    for (Task task :
        engine.getTaskService().createTaskQuery().executionId(incident.getExecutionId()).list()) {
      engine.getTaskService().complete(task.getId());
    }
  }
}
