package org.coesite.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Extends the locks of the tasks at work, so that nobody else takes up a long one. */
final class Heartbeat implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
  private static final long SECONDS = 60;

  private final Set<String> working = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          beat -> {
            Thread thread = new Thread(beat, "coesite-heartbeat");
            thread.setDaemon(true);
            return thread;
          });
  private final ExternalTaskService tasks;
  private final String worker;

  Heartbeat(ExternalTaskService tasks, String worker) {
    this.tasks = tasks;
    this.worker = worker;
    timer.scheduleAtFixedRate(this::beat, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  void add(String task) {
    working.add(task);
  }

  void remove(String task) {
    working.remove(task);
  }

  private void beat() {
    for (String task : working) {
      try {
        tasks.extendLock(task, worker, RelaxationWorker.LOCK.toMillis());
      } catch (RuntimeException failure) {
        // An exception that left this method would end the beat without a word.
        LOG.info("Lock of batch {} was not extended: {}", task, failure.getMessage());
      }
    }
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
