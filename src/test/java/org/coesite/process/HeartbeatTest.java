package org.coesite.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks of one minute, with a beat that extends them to an hour. */
class HeartbeatTest {

  private static final String WORKER = "worker";

  private ProcessEngine engine;
  private Heartbeat heartbeat;
  private String first = "";
  private String second = "";

  @BeforeEach
  void take_two_tasks() {
    engine =
        ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
            .setJdbcUrl("jdbc:h2:mem:heartbeat")
            .setProcessEngineName("heartbeat")
            .buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "long.bpmn",
            Bpmn.createExecutableProcess("long")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask("work")
                .camundaExternalTask("long-work")
                .endEvent()
                .done())
        .deploy();
    engine.getRuntimeService().startProcessInstanceByKey("long");
    engine.getRuntimeService().startProcessInstanceByKey("long");
    List<LockedExternalTask> tasks =
        engine
            .getExternalTaskService()
            .fetchAndLock(2, WORKER)
            .topic("long-work", 60_000)
            .execute();
    first = tasks.get(0).getId();
    second = tasks.get(1).getId();
    heartbeat =
        new Heartbeat(
            engine.getExternalTaskService(), WORKER, Duration.ofMillis(20), Duration.ofHours(1));
  }

  @AfterEach
  void close() {
    heartbeat.close();
    engine.close();
  }

  private boolean isExtended(String task) {
    ExternalTask found =
        engine
            .getExternalTaskService()
            .createExternalTaskQuery()
            .externalTaskId(task)
            .singleResult();
    return found.getLockExpirationTime().toInstant().isAfter(Instant.now().plusSeconds(1800));
  }

  @Test
  void the_locks_of_the_tasks_at_work_are_extended_and_no_others() {
    heartbeat.add(first);
    await().until(() -> isExtended(first));

    assertThat(isExtended(second)).isFalse();
    assertThat(heartbeat.isUnwanted(first)).isFalse();
  }

  @Test
  void a_task_whose_lock_another_worker_has_by_now_is_unwanted() {
    engine.getExternalTaskService().unlock(first);
    engine.getExternalTaskService().fetchAndLock(1, "another").topic("long-work", 60_000).execute();

    heartbeat.add(first);

    await().until(() -> heartbeat.isUnwanted(first));
  }

  @Test
  void a_task_that_the_engine_took_back_is_unwanted_until_it_is_let_go() {
    engine
        .getRuntimeService()
        .deleteProcessInstance(
            engine
                .getExternalTaskService()
                .createExternalTaskQuery()
                .externalTaskId(first)
                .singleResult()
                .getProcessInstanceId(),
            "cancelled");

    heartbeat.add(first);
    heartbeat.add(second);

    await().until(() -> heartbeat.isUnwanted(first));
    await().until(() -> isExtended(second));
    assertThat(heartbeat.isUnwanted(second)).isFalse();

    heartbeat.remove(first);
    assertThat(heartbeat.isUnwanted(first)).isFalse();
  }
}
