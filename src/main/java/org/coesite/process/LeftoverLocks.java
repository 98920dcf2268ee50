package org.coesite.process;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.coesite.search.SearchStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Locks that a killed process left on tasks and jobs, freed instead of waiting until they expire;
 * those on jobs too that this process could not free because the database server had ended.
 */
final class LeftoverLocks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LeftoverLocks.class);
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final ProcessEngine engine;
  private final SearchStore store;
  private final boolean shared;
  private final ScheduledExecutorService timer = DaemonThreads.timer("coesite-leftover-locks");

  /**
   * Of a database that one process at a time works with, so that when it opens nobody can still
   * hold a lock, or of a shared one, where those of ended processes of this machine are left over.
   */
  LeftoverLocks(ProcessEngine engine, SearchStore store, boolean shared) {
    this.engine = engine;
    this.store = store;
    this.shared = shared;
  }

  /** Looks for them again and again where another process may be killed while this one works. */
  void watch() {
    if (shared) {
      timer.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), MILLISECONDS);
    }
  }

  private void look() {
    try {
      freeTasks();
      // What was at work before the server began lost its connection and will not end.
      Instant start = store.serverStart();
      freeJobs(
          job ->
              isLeftOver(job.getLockOwner())
                  || job.getLockOwner().equals(Host.process()) && lockedAt(job).isBefore(start));
    } catch (RuntimeException failure) {
      // An exception that left this method would end the watch without a word.
      LOG.info("Left over locks were not looked for: {}", failure.getMessage());
    }
  }

  @Override
  public void close() {
    timer.shutdown();
  }

  private boolean isLeftOver(String owner) {
    return !shared || Host.hasEnded(owner);
  }

  private static Instant lockedAt(JobEntity job) {
    return job.getLockExpirationTime().toInstant().minus(EngineConfiguration.JOB_LOCK);
  }

  /** Frees those of ended processes. */
  void free() {
    freeTasks();
    freeJobs(job -> isLeftOver(job.getLockOwner()));
  }

  private void freeTasks() {
    for (ExternalTask task :
        engine.getExternalTaskService().createExternalTaskQuery().locked().list()) {
      if (isLeftOver(task.getWorkerId())) {
        engine.getExternalTaskService().unlock(task.getId());
      }
    }
  }

  private void freeJobs(Predicate<JobEntity> isLeftOver) {
    List<Job> jobs = engine.getManagementService().createJobQuery().list();
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    for (Job job : jobs) {
      configuration
          .getCommandExecutorTxRequired()
          .execute(
              context -> {
                JobEntity entity = context.getJobManager().findJobById(job.getId());
                if (entity != null && entity.getLockOwner() != null && isLeftOver.test(entity)) {
                  entity.setLockOwner(null);
                  entity.setLockExpirationTime(null);
                }
                return null;
              });
    }
  }
}
