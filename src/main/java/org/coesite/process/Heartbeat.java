package org.coesite.process;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Extends the locks of the tasks at work, so that nobody else takes up a long one. */
public final class Heartbeat implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final Set<String> working = ConcurrentHashMap.newKeySet();
  private final Set<String> unwanted = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer = DaemonThreads.timer("coesite-heartbeat");
  private final Predicate<String> extension;

  Heartbeat(ExternalTaskService tasks, String worker) {
    this(tasks, worker, EngineConfiguration.LOCK.dividedBy(6), EngineConfiguration.LOCK);
  }

  /** With another beat, and another time by which each beat extends the locks. */
  Heartbeat(ExternalTaskService tasks, String worker, Duration beat, Duration lock) {
    this(task -> extend(tasks, task, worker, lock), beat);
  }

  /** Extends locks by asking whether the engine still has a task, given by its id. */
  public Heartbeat(Predicate<String> extension, Duration beat) {
    this.extension = extension;
    timer.scheduleAtFixedRate(this::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static boolean extend(
      ExternalTaskService tasks, String task, String worker, Duration lock) {
    try {
      tasks.extendLock(task, worker, lock.toMillis());
      return true;
    } catch (BadUserRequestException gone) {
      // It has ended, or its lock ran out while this process stood still and another has it now.
      return false;
    }
  }

  /** Begins with a task. */
  public void add(String task) {
    working.add(task);
  }

  /** Ends with a task. */
  public void remove(String task) {
    working.remove(task);
    unwanted.remove(task);
  }

  /** Whether the engine no longer has a task: its guard ran out, or its search was ended. */
  public boolean isUnwanted(String task) {
    return unwanted.contains(task);
  }

  private void beat() {
    for (String task : working) {
      try {
        if (!extension.test(task)) {
          unwanted.add(task);
        }
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
