package org.coesite.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityStatistics;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.coesite.search.SearchStep;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a search has done at each step of its models: tokens from what runs, everything else
 * by sums that the database forms over the history.
 */
final class StepCounts {

  /** All instances of a step together: no step of its own to people. */
  private static final String BODY = "#multiInstanceBody";

  /** Far below the number of parameters that a database takes in one statement. */
  private static final int AT_A_TIME = 1000;

  private final ProcessEngine engine;
  private final RunModels models;

  StepCounts(ProcessEngine engine) {
    this.engine = engine;
    this.models = new RunModels(engine);
  }

  /** The counts of a search whose instances at work are given. */
  List<SearchStep> of(String search, List<ProcessInstance> running) {
    Map<String, Count> counts = history(search);
    running.forEach(instance -> addTokens(instance, counts));
    List<SearchStep> steps = new ArrayList<>();
    for (ProcessDefinition model : models.of(search)) {
      for (RunModels.Step step : models.steps(model)) {
        Count count = counts.getOrDefault(place(model.getKey(), step.id()), Count.NONE);
        steps.add(
            new SearchStep(
                model.getKey(),
                step.id(),
                step.name(),
                count.active(),
                count.completed(),
                count.incidents()));
      }
    }
    return steps;
  }

  private record Count(long active, long completed, long incidents) {

    static final Count NONE = new Count(0, 0, 0);

    Count plus(Count other) {
      return new Count(
          active + other.active, completed + other.completed, incidents + other.incidents);
    }
  }

  private static String place(String model, String step) {
    return model + '/' + (step.endsWith(BODY) ? step.substring(0, step.indexOf(BODY)) : step);
  }

  private Map<String, Count> history(String search) {
    Map<String, List<HistoricProcessInstance>> versions =
        engine
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKey(search)
            .list()
            .stream()
            .collect(Collectors.groupingBy(HistoricProcessInstance::getProcessDefinitionId));
    Map<String, Count> counts = new HashMap<>();
    versions.forEach((version, instances) -> addHistory(version, instances, counts));
    return counts;
  }

  private void addHistory(
      String version, List<HistoricProcessInstance> instances, Map<String, Count> counts) {
    String model = instances.get(0).getProcessDefinitionKey();
    for (int from = 0; from < instances.size(); from += AT_A_TIME) {
      String[] ids =
          instances.subList(from, Math.min(from + AT_A_TIME, instances.size())).stream()
              .map(HistoricProcessInstance::getId)
              .toArray(String[]::new);
      for (HistoricActivityStatistics step :
          engine
              .getHistoryService()
              .createHistoricActivityStatisticsQuery(version)
              .processInstanceIdIn(ids)
              .includeFinished()
              .includeCanceled()
              .includeIncidents()
              .list()) {
        boolean body = step.getId().endsWith(BODY);
        long completed = body ? 0 : step.getFinished() - step.getCanceled();
        counts.merge(
            place(model, step.getId()),
            new Count(0, completed, step.getOpenIncidents()),
            Count::plus);
      }
    }
  }

  private void addTokens(ProcessInstance instance, Map<String, Count> counts) {
    @Nullable ActivityInstance tree =
        engine.getRuntimeService().getActivityInstance(instance.getId());
    // It may have ended just now.
    if (tree != null) {
      addTokens(tree, model(instance), counts);
    }
  }

  private String model(ProcessInstance instance) {
    return engine
        .getRepositoryService()
        .getProcessDefinition(instance.getProcessDefinitionId())
        .getKey();
  }

  private static void addTokens(ActivityInstance tree, String model, Map<String, Count> counts) {
    Count token = new Count(1, 0, 0);
    for (ActivityInstance step : tree.getChildActivityInstances()) {
      if (!step.getActivityId().endsWith(BODY)) {
        counts.merge(place(model, step.getActivityId()), token, Count::plus);
      }
      addTokens(step, model, counts);
    }
    for (TransitionInstance due : tree.getChildTransitionInstances()) {
      counts.merge(place(model, due.getActivityId()), token, Count::plus);
    }
  }
}
