package org.coesite.process;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks that a killed process left on tasks and jobs, freed instead of waiting until they expire;
 * those on jobs too that this process could not free because the database server had ended.
 */
final class LeftoverLocks implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LeftoverLocks.class);
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final ProcessEngine engine;
  private final boolean shared;
  private @Nullable String serverStart;
  private final ScheduledExecutorService timer = DaemonThreads.timer("coesite-leftover-locks");

  /**
   * Of a database that one process at a time works with, so that when it opens nobody can still
   * hold a lock, or of a shared one, where those of ended processes of this machine are left over.
   */
  LeftoverLocks(ProcessEngine engine, boolean shared) {
    this.engine = engine;
    this.shared = shared;
  }

  /** Looks for them again and again where another process may be killed while this one works. */
  void watch() {
    if (shared) {
      serverStart = serverStart();
      timer.scheduleWithFixedDelay(this::look, LOOK.toMillis(), LOOK.toMillis(), MILLISECONDS);
    }
  }

  private void look() {
    try {
      String start = serverStart();
      boolean restarted = !start.equals(serverStart);
      freeTasks();
      freeJobs(owner -> isLeftOver(owner) || restarted && owner.equals(Host.process()));
      serverStart = start;
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

  /** When the server began: what was at work before lost its connection and will not end. */
  private String serverStart() {
    return JdbcClient.create(engine.getProcessEngineConfiguration().getDataSource())
        .sql("select pg_postmaster_start_time()")
        .query(String.class)
        .single();
  }

  /** Frees those of ended processes. */
  void free() {
    freeTasks();
    freeJobs(this::isLeftOver);
  }

  private void freeTasks() {
    for (ExternalTask task :
        engine.getExternalTaskService().createExternalTaskQuery().locked().list()) {
      if (isLeftOver(task.getWorkerId())) {
        engine.getExternalTaskService().unlock(task.getId());
      }
    }
  }

  private void freeJobs(Predicate<String> isLeftOver) {
    List<Job> jobs = engine.getManagementService().createJobQuery().list();
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    for (Job job : jobs) {
      configuration
          .getCommandExecutorTxRequired()
          .execute(
              context -> {
                JobEntity entity = context.getJobManager().findJobById(job.getId());
                if (entity != null
                    && entity.getLockOwner() != null
                    && isLeftOver.test(entity.getLockOwner())) {
                  entity.setLockOwner(null);
                  entity.setLockExpirationTime(null);
                }
                return null;
              });
    }
  }
}
