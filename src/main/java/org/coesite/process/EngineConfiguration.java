package org.coesite.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.coesite.search.LogFields;
import org.coesite.search.SearchStore;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.transaction.PlatformTransactionManager;

/** How the engine is set up; what departs from its defaults says why. */
final class EngineConfiguration {

  /** After this long without a word another process takes over what one had begun. */
  static final Duration LOCK = Duration.ofMinutes(1);

  /** No beat extends the lock of a job: a forecast of many structures has to end within it. */
  static final Duration JOB_LOCK = Duration.ofMinutes(30);

  private EngineConfiguration() {}

  static SpringProcessEngineConfiguration of(
      DataSource dataSource,
      PlatformTransactionManager transactions,
      SearchStore store,
      Map<Object, Object> delegates) {
    SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
    // By this name Camunda's pages and REST interface look for it.
    engine.setProcessEngineName(ProcessEngines.NAME_DEFAULT);
    // Own tables commit in the engine's transactions.
    engine.setDataSource(dataSource);
    engine.setTransactionManager(transactions);
    engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    engine.setDeploymentResources(
        Models.RESOURCES.stream().map(ClassPathResource::new).toArray(Resource[]::new));
    engine.setDeploymentName("coesite");
    engine.setJobExecutor(jobExecutor());
    // The caller activates it once the searches of earlier sessions rest.
    engine.setJobExecutorActivate(false);
    settings(engine, store);
    accounts(engine);
    // Else log lines of the engine name processes, but no search.
    engine.setLoggingContextBusinessKey(LogFields.SEARCH);
    engine.setBeans(delegates);
    return engine;
  }

  /** What holds for every engine of our own, in a data directory or in a test. */
  static void settings(ProcessEngineConfigurationImpl engine, SearchStore store) {
    // The log of each external task and job exists at this level only.
    engine.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    reliedUpon(engine, store);
    // Failed steps are tried again and end as incidents; their stacks stay in the job log.
    engine.setEnableCmdExceptionLogging(false);
    engine.setEnableReducedJobExceptionLogging(true);
    // Nobody reads these figures, and writing them costs.
    engine.setMetricsEnabled(false);
    engine.setDbMetricsReporterActivate(false);
    engine.setTaskMetricsEnabled(false);
    // Searches are kept until their user removes them.
    engine.setHistoryCleanupEnabled(false);
    LockedModels.lock(engine, Delegates.NAMES);
  }

  /** Whoever comes in over the network has the rights that were granted to him, and no others. */
  private static void accounts(ProcessEngineConfigurationImpl engine) {
    engine.setAuthorizationEnabled(true);
    engine.setEnablePasswordPolicy(true);
    // Else anybody who knows the name of a user can lock him out. The server delays guesses itself.
    engine.setLoginMaxAttempts(Integer.MAX_VALUE);
    engine.setLoginDelayBase(0);
  }

  /** What our models rely upon in any engine, be it somebody else's. */
  static void reliedUpon(ProcessEngineConfigurationImpl engine, SearchStore store) {
    // Else an error that no boundary catches leaves its task to be computed again for ever.
    engine.setEnableExceptionsAfterUnhandledBpmnError(true);
    engine.setCompositeIncidentHandlersEnabled(true);
    List<IncidentHandler> handlers = new ArrayList<>();
    if (engine.getCustomIncidentHandlers() != null) {
      handlers.addAll(engine.getCustomIncidentHandlers());
    }
    handlers.add(new IncidentRecorder(Incident.FAILED_JOB_HANDLER_TYPE, store));
    handlers.add(new IncidentRecorder(Incident.EXTERNAL_TASK_HANDLER_TYPE, store));
    engine.setCustomIncidentHandlers(handlers);
  }

  /** New jobs wake it at once; the waits below only bound how late a retry is noticed. */
  private static DefaultJobExecutor jobExecutor() {
    DefaultJobExecutor executor = new DefaultJobExecutor();
    executor.setLockOwner(Host.process());
    executor.setLockTimeInMillis((int) JOB_LOCK.toMillis());
    executor.setWaitTimeInMillis(500);
    executor.setMaxWait(1000);
    return executor;
  }
}
