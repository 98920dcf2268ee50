package org.coesite.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.runtime.Job;
import org.coesite.calculator.Calculator;
import org.coesite.execution.LocalExecution;
import org.coesite.search.BatchRelaxation;
import org.coesite.search.Crystallography;
import org.coesite.search.GenerationSteps;
import org.coesite.search.SearchArchive;
import org.coesite.search.SearchConclusion;
import org.coesite.search.SearchReporter;
import org.coesite.search.SearchService;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchStore;
import org.coesite.search.WorkClock;
import org.coesite.search.Workplaces;
import org.coesite.symmetry.SymmetryFinder;

/** A search whose jobs and batches a test has done one by one, in its own thread. */
final class SteppedSearch {

  private static final String WORKER = "test";

  private final ProcessEngine engine;
  private final BatchWork work;
  private final SearchService service;
  private final String name;

  SteppedSearch(
      ProcessEngine engine,
      Map<Object, Object> beans,
      SearchStore store,
      Calculator calculator,
      SearchReporter reporter,
      String name) {
    this.engine = engine;
    this.name = name;
    WorkClock clock = new WorkClock();
    EffortMeter effort = new EffortMeter(store.searches(), clock);
    SymmetryFinder symmetry = SymmetryFinder.create();
    Crystallography crystallography = new Crystallography(symmetry);
    Path directory = Path.of("never-written");
    BatchRelaxation relaxation =
        new BatchRelaxation(
            store,
            List.of(calculator),
            new Workplaces(directory, List.of(new LocalExecution())),
            clock);
    beans.putAll(
        Delegates.of(
            store,
            new GenerationSteps(store, symmetry, clock),
            relaxation,
            new SearchConclusion(
                store,
                new SearchArchive(directory, store, crystallography),
                crystallography,
                reporter,
                clock),
            effort));
    this.work = new BatchWork(engine.getExternalTaskService(), relaxation);
    this.service =
        new SearchService(
            directory, store, crystallography, new EngineSearchProcess(engine, effort));
  }

  SearchService service() {
    return service;
  }

  void start(SearchSettings settings) {
    service.start(settings, name, List.of());
  }

  /** Does everything that is due until nothing is. */
  void run() {
    while (doJob() || doBatch()) {
      // Until nothing is due.
    }
  }

  /** Does the jobs that are due, and leaves the batches. */
  void runToTheWorker() {
    while (doJob()) {
      // Until no job is due.
    }
  }

  private boolean doJob() {
    List<Job> jobs =
        engine.getManagementService().createJobQuery().withRetriesLeft().listPage(0, 1);
    for (Job job : jobs) {
      try {
        engine.getManagementService().executeJob(job.getId());
      } catch (ProcessEngineException | IllegalStateException failed) {
        // The engine counts its attempts down, as the job executor would have it.
      }
    }
    return !jobs.isEmpty();
  }

  /** Does one batch. */
  void runOneBatch() {
    doBatch();
  }

  private boolean doBatch() {
    List<LockedExternalTask> tasks = fetch();
    tasks.forEach(task -> work.relax(task, WORKER, () -> false));
    return !tasks.isEmpty();
  }

  /** Takes one batch, as a worker does. */
  List<LockedExternalTask> fetch() {
    return engine
        .getExternalTaskService()
        .fetchAndLock(1, WORKER)
        .topic("relax-toy", 60_000)
        .execute();
  }

  /** Raises an error for a batch that was taken. */
  void raise(LockedExternalTask task, String code) {
    engine.getExternalTaskService().handleBpmnError(task.getId(), WORKER, code, "said a worker");
  }
}
