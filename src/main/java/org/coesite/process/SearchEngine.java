package org.coesite.process;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.coesite.calculator.Calculator;
import org.coesite.execution.Execution;
import org.coesite.search.AttemptLedger;
import org.coesite.search.BatchRelaxation;
import org.coesite.search.Crystallography;
import org.coesite.search.FailureHandling;
import org.coesite.search.GenerationSteps;
import org.coesite.search.RawOutputs;
import org.coesite.search.Refinement;
import org.coesite.search.RefinementForecast;
import org.coesite.search.RelaxationAttempt;
import org.coesite.search.SearchArchive;
import org.coesite.search.SearchConclusion;
import org.coesite.search.SearchFigures;
import org.coesite.search.SearchReporter;
import org.coesite.search.SearchService;
import org.coesite.search.SearchStore;
import org.coesite.search.SecondScreening;
import org.coesite.search.StepCalculators;
import org.coesite.search.WorkClock;
import org.coesite.search.Workplaces;
import org.coesite.symmetry.SymmetryFinder;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The process engine over a data directory, with workers in this process.
 *
 * <p>Opening it lets all searches rest; {@link SearchService#start} and {@link
 * SearchService#resume} set one going. Where several processes share the database none is let rest:
 * each process works on all that go on. Closing it keeps them resumable: relaxations at work end,
 * the rest of their batches is handed back, and the state stays as it is.
 */
public final class SearchEngine implements AutoCloseable {

  private final ProcessEngine engine;
  private final LeftoverLocks leftovers;
  private final RelaxationWorker worker;
  private final EngineSearchProcess process;
  private final SearchService service;
  private final SearchFigures figures;

  /**
   * What a search engine works with.
   *
   * @param dataDirectory where reports go
   * @param store what is kept
   * @param dataSource database of the store
   * @param transactions of the data source
   * @param calculators which relax, of different names
   * @param executions where outside programs run, of different names
   * @param shared whether other processes may work with the database at the same time
   * @param served whether workers elsewhere fetch tasks over REST as well
   * @param symmetry tells space groups
   * @param reporter writes the report in the end
   */
  public record Parts(
      Path dataDirectory,
      SearchStore store,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      List<Calculator> calculators,
      List<Execution> executions,
      boolean shared,
      boolean served,
      SymmetryFinder symmetry,
      SearchReporter reporter) {}

  /** Starts the engine with a number of worker threads. */
  public SearchEngine(Parts parts, int workers) {
    WorkClock clock = new WorkClock();
    Crystallography crystallography = new Crystallography(parts.symmetry());
    SearchStore store = parts.store();
    EffortMeter effort = new EffortMeter(store.searches(), clock);
    GenerationSteps steps = new GenerationSteps(store, parts.symmetry(), clock);
    Workplaces workplaces = new Workplaces(parts.dataDirectory(), parts.executions());
    RelaxationAttempt attempt = new RelaxationAttempt(parts.calculators(), workplaces, clock);
    BatchRelaxation batches = new BatchRelaxation(store);
    FailureHandling failures = new FailureHandling(store, steps);
    Refinement refinement = new Refinement(store, crystallography, failures, workplaces, clock);
    SecondScreening rescreening =
        new SecondScreening(
            store,
            new StepCalculators(
                parts.calculators(), parts.dataDirectory().resolve("models"), workplaces));
    TaskJobs jobs = new TaskJobs(batches, rescreening, refinement);
    AttemptLedger ledger = new AttemptLedger(store, new RawOutputs(parts.dataDirectory()));
    SearchArchive archive = new SearchArchive(parts.dataDirectory(), store, crystallography);
    SearchConclusion conclusion =
        new SearchConclusion(store, archive, crystallography, parts.reporter(), clock);
    engine =
        EngineConfiguration.of(
                parts.dataSource(),
                parts.transactions(),
                store,
                Delegates.of(
                    store,
                    steps,
                    batches,
                    conclusion,
                    new ScreenAgainSteps(rescreening),
                    new RefinementSteps(
                        store,
                        refinement,
                        new RefinementForecast(refinement, parts.calculators(), workplaces),
                        failures),
                    new RemoteWork(parts.served(), jobs, ledger),
                    effort))
            .buildProcessEngine();
    leftovers = new LeftoverLocks(engine, store, parts.shared());
    leftovers.free();
    process = new EngineSearchProcess(engine, effort);
    if (!parts.shared()) {
      process.suspendAll();
    }
    worker =
        new RelaxationWorker(
            engine.getExternalTaskService(),
            parts.calculators().stream().map(c -> GenerationModel.topic(c.name())).toList(),
            new RelaxationWork(engine.getExternalTaskService(), jobs, ledger, attempt),
            workers);
    worker.start();
    leftovers.watch();
    ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getJobExecutor()
        .start();
    service = new SearchService(parts.dataDirectory(), store, crystallography, process);
    figures =
        new EngineFigures(
            engine,
            parts.calculators().stream().map(Calculator::name).toList(),
            store,
            attempt,
            ledger,
            clock);
  }

  /** What users do with searches. */
  public SearchService service() {
    return service;
  }

  /** What operators watch. */
  public SearchFigures figures() {
    return figures;
  }

  /** Who may use it over the network. */
  public EngineAccounts accounts() {
    return new EngineAccounts(engine);
  }

  /** Ends the work at hand and closes the engine; the store stays open. */
  @Override
  public void close() {
    try {
      worker.stop();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    leftovers.close();
    try {
      process.bookEffort();
    } finally {
      engine.close();
    }
  }
}
