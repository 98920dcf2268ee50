package org.coesite.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.coesite.search.AttemptLedger;
import org.coesite.search.BatchRelaxation;
import org.coesite.search.Crystallography;
import org.coesite.search.FailureHandling;
import org.coesite.search.GenerationSteps;
import org.coesite.search.RawOutputs;
import org.coesite.search.Refinement;
import org.coesite.search.RefinementForecast;
import org.coesite.search.SearchArchive;
import org.coesite.search.SearchConclusion;
import org.coesite.search.SearchReporter;
import org.coesite.search.SearchStore;
import org.coesite.search.SecondScreening;
import org.coesite.search.StepCalculators;
import org.coesite.search.WorkClock;
import org.coesite.search.Workplaces;
import org.coesite.symmetry.SymmetryFinder;

/**
 * Makes an engine of somebody else able to run searches, whose relaxations are done by workers that
 * reach it over REST. The models are deployed by whoever wants to search.
 */
public final class EnginePlugin extends AbstractProcessEnginePlugin {

  private final SearchStore store;
  private final Map<String, Object> delegates;

  /**
   * Over a store.
   *
   * @param directory where reports are written
   * @param store in the database of the engine, and in its transactions
   * @param symmetry tells space groups
   * @param reporter writes the report in the end
   */
  public EnginePlugin(
      Path directory, SearchStore store, SymmetryFinder symmetry, SearchReporter reporter) {
    this.store = store;
    WorkClock clock = new WorkClock();
    Crystallography crystallography = new Crystallography(symmetry);
    GenerationSteps steps = new GenerationSteps(store, symmetry, clock);
    BatchRelaxation batches = new BatchRelaxation(store);
    FailureHandling failures = new FailureHandling(store, steps);
    Workplaces workplaces = new Workplaces(directory, List.of());
    Refinement refinement = new Refinement(store, crystallography, failures, workplaces, clock);
    SearchArchive archive = new SearchArchive(directory, store, crystallography);
    // Nothing is computed here, so there is no calculator that could tell its cost either.
    RefinementForecast forecast = new RefinementForecast(refinement, List.of(), workplaces);
    SecondScreening rescreening =
        new SecondScreening(
            store, new StepCalculators(List.of(), directory.resolve("models"), workplaces));
    Map<Object, Object> called =
        Delegates.of(
            store,
            steps,
            batches,
            new SearchConclusion(store, archive, crystallography, reporter, clock),
            new ScreenAgainSteps(rescreening),
            new RefinementSteps(store, refinement, forecast, failures),
            new RemoteWork(
                true,
                new TaskJobs(batches, rescreening, refinement),
                new AttemptLedger(store, new RawOutputs(directory))),
            new EffortMeter(store.searches(), clock));
    this.delegates = new HashMap<>();
    called.forEach((name, delegate) -> delegates.put((String) name, delegate));
  }

  /** The delegates by the names that the models call them by. */
  public Map<String, Object> delegates() {
    return Map.copyOf(delegates);
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    EngineConfiguration.reliedUpon(engine, store);
  }
}
