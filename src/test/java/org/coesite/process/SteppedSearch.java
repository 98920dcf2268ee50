package org.coesite.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.coesite.calculator.Calculator;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.execution.LocalExecution;
import org.coesite.search.AttemptLedger;
import org.coesite.search.BatchRelaxation;
import org.coesite.search.Crystallography;
import org.coesite.search.FailureHandling;
import org.coesite.search.GenerationSteps;
import org.coesite.search.RawOutputs;
import org.coesite.search.Reference;
import org.coesite.search.Refinement;
import org.coesite.search.RefinementForecast;
import org.coesite.search.RelaxationAttempt;
import org.coesite.search.SearchArchive;
import org.coesite.search.SearchConclusion;
import org.coesite.search.SearchReporter;
import org.coesite.search.SearchService;
import org.coesite.search.SearchSettings;
import org.coesite.search.SearchStep;
import org.coesite.search.SearchStore;
import org.coesite.search.SecondScreening;
import org.coesite.search.StepCalculators;
import org.coesite.search.WorkClock;
import org.coesite.search.Workplaces;
import org.coesite.symmetry.SymmetryFinder;

/** A search whose jobs and batches a test has done one by one, in its own thread. */
final class SteppedSearch {

  static final String WORKER = "test";
  private static final List<Reference> REFERENCES =
      List.of(
          new Reference(
              "simple cubic",
              new Structure(
                  new Lattice(new Vector3(3, 0, 0), new Vector3(0, 3, 0), new Vector3(0, 0, 3)),
                  List.of(
                      new Site(Element.ofSymbol("Si"), Vector3.ZERO),
                      new Site(Element.ofSymbol("O"), new Vector3(0.5, 0.5, 0)),
                      new Site(Element.ofSymbol("O"), new Vector3(0.5, 0, 0.5))))));

  private final ProcessEngine engine;
  private final RelaxationWork work;
  private final SearchService service;
  private final String name;
  private final EffortMeter effort;

  SteppedSearch(
      ProcessEngine engine,
      Map<Object, Object> beans,
      SearchStore store,
      List<Calculator> calculators,
      SearchReporter reporter,
      String name,
      boolean servesRemoteWorkers) {
    this.engine = engine;
    this.name = name;
    WorkClock clock = new WorkClock();
    this.effort = new EffortMeter(store.searches(), clock);
    SymmetryFinder symmetry = SymmetryFinder.create();
    Crystallography crystallography = new Crystallography(symmetry);
    Path directory = Path.of("never-written");
    Workplaces workplaces = new Workplaces(directory, List.of(new LocalExecution()));
    RelaxationAttempt attempt = new RelaxationAttempt(calculators, workplaces, clock);
    BatchRelaxation batches = new BatchRelaxation(store);
    GenerationSteps steps = new GenerationSteps(store, symmetry, clock);
    FailureHandling failures = new FailureHandling(store, steps);
    Refinement refinement = new Refinement(store, crystallography, failures, workplaces, clock);
    SecondScreening rescreening =
        new SecondScreening(
            store, new StepCalculators(calculators, directory.resolve("models"), workplaces));
    TaskJobs jobs = new TaskJobs(batches, rescreening, refinement);
    AttemptLedger ledger = new AttemptLedger(store, new RawOutputs(directory));
    beans.putAll(
        Delegates.of(
            store,
            steps,
            batches,
            new SearchConclusion(
                store,
                new SearchArchive(directory, store, crystallography),
                crystallography,
                reporter,
                clock),
            new ScreenAgainSteps(rescreening),
            new RefinementSteps(
                store,
                refinement,
                new RefinementForecast(refinement, calculators, workplaces),
                failures),
            new RemoteWork(servesRemoteWorkers, jobs, ledger),
            effort));
    this.work = new RelaxationWork(engine.getExternalTaskService(), jobs, ledger, attempt);
    this.service =
        new SearchService(
            directory, store, crystallography, new EngineSearchProcess(engine, effort));
  }

  SearchService service() {
    return service;
  }

  void start(SearchSettings settings) {
    service.start(settings, name, REFERENCES);
  }

  /** What the service tells of a step, given as {@code model/step}. */
  SearchStep step(String place) {
    return service.steps(name).stream()
        .filter(step -> place.equals(step.model() + '/' + step.activity()))
        .findFirst()
        .orElseThrow();
  }

  /** The service tasks that were done, by their ids. */
  List<String> steps() {
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .activityType("serviceTask")
        .list()
        .stream()
        .filter(step -> name.equals(businessKey(step)))
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  private String businessKey(HistoricActivityInstance step) {
    return engine
        .getHistoryService()
        .createHistoricProcessInstanceQuery()
        .processInstanceId(step.getProcessInstanceId())
        .singleResult()
        .getBusinessKey();
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
        engine
            .getManagementService()
            .createJobQuery()
            .messages()
            .withRetriesLeft()
            .active()
            .listPage(0, 1);
    for (Job job : jobs) {
      try {
        engine.getManagementService().executeJob(job.getId());
      } catch (RuntimeException failed) {
        // The engine counts its attempts down, as the job executor would have it.
      }
    }
    return !jobs.isEmpty();
  }

  /** Does everything up to the first task of the refinement. */
  void runToTheRefinement() {
    runToTheWorker();
    while (engine.getManagementService().createJobQuery().timers().count() == 0) {
      runOneBatch();
      runToTheWorker();
    }
  }

  /** Does everything up to the first task of the second screening. */
  void runToTheSecondScreening() {
    runToTheWorker();
    while (engine.getExternalTaskService().createExternalTaskQuery().topicName("relax-gulp").count()
        == 0) {
      runOneBatch();
      runToTheWorker();
    }
  }

  /** Has all searches rest, as after an interruption. */
  void rest() {
    new EngineSearchProcess(engine, effort).suspendAll();
  }

  /** Lets the time of every guard run out. */
  void runOutTheGuards() {
    engine
        .getManagementService()
        .createJobQuery()
        .timers()
        .list()
        .forEach(timer -> engine.getManagementService().executeJob(timer.getId()));
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
        .topic("relax-quantum-espresso", 60_000)
        .topic("relax-gulp", 60_000)
        .topic("relax-embedded", 60_000)
        .execute();
  }

  /** Does tasks until one of an activity comes, and raises an error for that. */
  void raiseAt(String activity, String code) {
    while (true) {
      LockedExternalTask task = fetch().get(0);
      if (task.getActivityId().equals(activity)) {
        raise(task, code);
        return;
      }
      work.relax(task, WORKER, () -> false);
      runToTheWorker();
    }
  }

  /** Raises an error for a batch that was taken. */
  void raise(LockedExternalTask task, String code) {
    engine.getExternalTaskService().handleBpmnError(task.getId(), WORKER, code, "said a worker");
  }
}
