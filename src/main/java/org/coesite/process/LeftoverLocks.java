package org.coesite.process;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Locks that a killed process left on tasks and jobs. One process at a time has the database open,
 * so that when it opens it, nobody can still hold one.
 */
final class LeftoverLocks {

  private LeftoverLocks() {}

  /** Frees all of them, instead of waiting until they expire. */
  static void free(ProcessEngine engine) {
    for (ExternalTask task :
        engine.getExternalTaskService().createExternalTaskQuery().locked().list()) {
      engine.getExternalTaskService().unlock(task.getId());
    }
    List<Job> jobs = engine.getManagementService().createJobQuery().list();
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    configuration
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              for (Job job : jobs) {
                JobEntity entity = context.getJobManager().findJobById(job.getId());
                entity.setLockOwner(null);
                entity.setLockExpirationTime(null);
              }
              return null;
            });
  }
}
