package org.coesite.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTaskQuery;
import org.camunda.bpm.engine.runtime.Incident;
import org.coesite.search.AttemptLedger;
import org.coesite.search.QueueFigures;
import org.coesite.search.RelaxationAttempt;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.SearchFigures;
import org.coesite.search.SearchStore;
import org.coesite.search.StoreFigures;
import org.coesite.search.WorkClock;

/**
 * Figures of an engine with workers in this process; what there is none of now is told as 0, so
 * that curves do not break off.
 */
record EngineFigures(
    ProcessEngine engine,
    List<String> calculators,
    SearchStore tables,
    RelaxationAttempt attempt,
    AttemptLedger ledger,
    WorkClock clock)
    implements SearchFigures {

  private static final List<String> TYPES =
      List.of(
          Incident.FAILED_JOB_HANDLER_TYPE,
          Incident.EXTERNAL_TASK_HANDLER_TYPE,
          FailureSteps.INCIDENT);

  @Override
  public StoreFigures store() {
    return tables.figures();
  }

  @Override
  public QueueFigures queue() {
    List<QueueFigures.Topic> topics =
        engine.getExternalTaskService().getTopicNames().stream()
            .map(topic -> new QueueFigures.Topic(topic, open(topic), locked(topic)))
            .toList();
    Set<String> busy = topics.stream().map(QueueFigures.Topic::name).collect(Collectors.toSet());
    return new QueueFigures(
        Stream.concat(
                topics.stream(),
                calculators.stream()
                    .map(GenerationModel::topic)
                    .filter(Predicate.not(busy::contains))
                    .map(idle -> new QueueFigures.Topic(idle, 0, 0)))
            .toList(),
        engine.getManagementService().createJobQuery().executable().active().count(),
        incidents());
  }

  /** Of searches that rest nothing is fetched. */
  private long open(String topic) {
    return tasks(topic).notLocked().withRetriesLeft().active().count();
  }

  private long locked(String topic) {
    return tasks(topic).locked().count();
  }

  private ExternalTaskQuery tasks(String topic) {
    ExternalTaskService tasks = engine.getExternalTaskService();
    return tasks.createExternalTaskQuery().topicName(topic);
  }

  /** Each is told to all that call its process as well; only the first of them is one. */
  private Map<String, Long> incidents() {
    Map<String, Long> incidents = new TreeMap<>();
    TYPES.forEach(type -> incidents.put(type, 0L));
    engine.getRuntimeService().createIncidentQuery().list().stream()
        .filter(incident -> incident.getId().equals(incident.getCauseIncidentId()))
        .forEach(incident -> incidents.merge(incident.getIncidentType(), 1L, Long::sum));
    return incidents;
  }

  @Override
  public int atWork() {
    return attempt.atWork();
  }

  @Override
  public Duration scienceCpu() {
    return clock.total();
  }

  @Override
  public void onKept(Consumer<RelaxationRecord> listener) {
    ledger.onKept(listener);
  }
}
