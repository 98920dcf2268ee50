package org.coesite.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTaskQueryBuilder;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.util.SingleConsumerCondition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches batches that wait for a calculator and has them relaxed on a pool of threads in this
 * process. One thread fetches, and only as many batches as there are idle threads.
 */
final class RelaxationWorker {

  private static final Logger LOG = LoggerFactory.getLogger(RelaxationWorker.class);

  /** Looks this often even if nobody calls; a failed batch is due again after its pause. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private final String id = Host.process();
  private final ExternalTaskService tasks;
  private final List<String> topics;
  private final RelaxationWork work;
  private final Semaphore idle;
  private final ExecutorService pool;
  private final Heartbeat heartbeat;
  private final Thread fetcher = new Thread(this::fetch, "coesite-fetch");
  private final SingleConsumerCondition tasksCreated = new SingleConsumerCondition(fetcher);
  private volatile boolean closing;

  /** Waits for {@link #start()}. */
  RelaxationWorker(
      ExternalTaskService tasks, List<String> topics, RelaxationWork work, int threads) {
    this.tasks = tasks;
    this.topics = topics;
    this.work = work;
    this.idle = new Semaphore(threads);
    this.pool = Executors.newFixedThreadPool(threads, task -> new Thread(task, "coesite-relax"));
    this.heartbeat = new Heartbeat(tasks, id);
  }

  void start() {
    ProcessEngineImpl.EXT_TASK_CONDITIONS.addConsumer(tasksCreated);
    fetcher.start();
  }

  private void fetch() {
    try {
      while (!closing) {
        if (idle.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          int threads = 1 + idle.drainPermits();
          int fetched = closing ? 0 : fetch(threads);
          idle.release(threads - fetched);
          if (fetched == 0 && !closing) {
            tasksCreated.await(LOOK.toMillis());
          }
        }
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private int fetch(int atMost) {
    try {
      ExternalTaskQueryBuilder query = tasks.fetchAndLock(atMost, id);
      for (String topic : topics) {
        query = query.topic(topic, EngineConfiguration.LOCK.toMillis());
      }
      List<LockedExternalTask> fetched = query.execute();
      fetched.forEach(task -> pool.execute(() -> work(task)));
      return fetched.size();
    } catch (RuntimeException failure) {
      LOG.warn("Fetching batches failed, trying again: {}", failure.toString());
      LOG.debug("Fetching batches failed", failure);
      return 0;
    }
  }

  private void work(LockedExternalTask task) {
    heartbeat.add(task.getId());
    try {
      LoggedStep.fields(task)
          .run(() -> work.relax(task, id, () -> closing || heartbeat.isUnwanted(task.getId())));
    } catch (RuntimeException failure) {
      LOG.warn(
          "Batch {} could not be handed back, its lock will expire: {}",
          task.getId(),
          failure.toString());
      LOG.debug("Batch {} could not be handed back", task.getId(), failure);
    } finally {
      heartbeat.remove(task.getId());
      idle.release();
    }
  }

  /**
   * Ends the relaxations at work and hands back what is left of their batches. Interrupts nobody:
   * H2 closes its file when a thread is interrupted while it reads or writes there.
   */
  void stop() throws InterruptedException {
    closing = true;
    ProcessEngineImpl.EXT_TASK_CONDITIONS.removeConsumer(tasksCreated);
    tasksCreated.signal();
    fetcher.join();
    pool.shutdown();
    while (!pool.awaitTermination(10, TimeUnit.SECONDS)) {
      LOG.warn("Waiting for the relaxations at work to end");
    }
    heartbeat.close();
  }
}
