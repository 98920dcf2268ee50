package org.coesite.process;

import java.util.Map;
import org.coesite.search.BatchRelaxation;
import org.coesite.search.GenerationSteps;
import org.coesite.search.SearchConclusion;
import org.coesite.search.SearchStore;

/** The names that the models call delegates by, and nothing else that a model can call. */
final class Delegates {

  private Delegates() {}

  static Map<Object, Object> of(
      SearchStore store,
      GenerationSteps steps,
      BatchRelaxation relaxation,
      SearchConclusion conclusion,
      EffortMeter effort) {
    return Map.of(
        "prepareSearch", new PrepareSearch(store),
        "generateStructures", new GenerateStructures(steps),
        "recordFailures", new RecordFailures(relaxation),
        "rankGeneration", new RankGeneration(steps),
        "selectParents", new SelectParents(steps),
        "mutateStructures", new MutateStructures(steps),
        "checkStopping", new CheckStopping(steps, effort),
        "chooseCandidates", new ChooseCandidates(conclusion),
        "compareWithReferences", new CompareWithReferences(conclusion),
        "writeReport", new WriteReport(conclusion, effort));
  }
}
