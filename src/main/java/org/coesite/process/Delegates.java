package org.coesite.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.coesite.search.BatchRelaxation;
import org.coesite.search.GenerationSteps;
import org.coesite.search.SearchConclusion;
import org.coesite.search.SearchStore;

/** The names that the models call delegates by, and nothing else that a model can call. */
final class Delegates {

  /** All of the names. */
  static final Set<String> NAMES =
      Set.of(
          "prepareSearch",
          "generateStructures",
          "recordFailures",
          "rankGeneration",
          "selectParents",
          "mutateStructures",
          "checkStopping",
          "chooseCandidates",
          "compareWithReferences",
          "writeReport",
          "planRefinement",
          "awaitApproval",
          "keepChoice",
          "prepareCandidate",
          "checkRefinement",
          "recordRefinementFailure",
          "carryOutDecision",
          "compareCandidate",
          "decideOnFailures",
          "reportFailure",
          "batchMended",
          "candidateMended",
          "planRescreening",
          "rankRescreened",
          "provideWork",
          "recordWork",
          CoesiteCheck.NAME);

  private Delegates() {}

  static Map<Object, Object> of(
      SearchStore store,
      GenerationSteps steps,
      BatchRelaxation batches,
      SearchConclusion conclusion,
      ScreenAgainSteps rescreening,
      RefinementSteps refinement,
      RemoteWork remote,
      EffortMeter effort) {
    Map<String, JavaDelegate> search =
        Map.of(
            "prepareSearch", new PrepareSearch(store, effort),
            "generateStructures", new GenerateStructures(steps),
            "recordFailures", new RecordFailures(remote.jobs(), batches),
            "rankGeneration", new RankGeneration(steps),
            "selectParents", new SelectParents(steps),
            "mutateStructures", new MutateStructures(steps),
            "checkStopping", new CheckStopping(steps, effort),
            "chooseCandidates", new ChooseCandidates(conclusion),
            "compareWithReferences", new CompareWithReferences(conclusion, refinement.refinement()),
            "writeReport", new WriteReport(conclusion, effort));
    Map<Object, Object> all = new HashMap<>(search);
    all.putAll(rescreening.delegates());
    all.putAll(refinement.delegates());
    all.putAll(remote.delegates());
    all.putAll(new FailureSteps(store, remote.jobs(), refinement.failures()).delegates());
    all.put(CoesiteCheck.NAME, new CoesiteCheck(store, List.copyOf(NAMES)));
    all.replaceAll((name, step) -> new LoggedStep((JavaDelegate) step));
    return all;
  }
}
