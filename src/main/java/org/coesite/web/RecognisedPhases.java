package org.coesite.web;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.coesite.evolution.Phase;
import org.coesite.report.Comparison;
import org.coesite.report.PhaseRecognition;
import org.coesite.search.Reference;
import org.coesite.symmetry.SymmetryFinder;
import org.springframework.stereotype.Component;

/** Which known phases the structures of searches are, each looked at once. */
@Component
class RecognisedPhases {

  /** Enough for the lowest structures of several searches; the rest is looked at again. */
  private static final int REMEMBERED = 5000;

  private final Searches searches;
  private final SymmetryFinder symmetry = SymmetryFinder.create();
  private final Map<String, PhaseRecognition> recognitions = new ConcurrentHashMap<>();
  private final Map<String, Comparison> comparisons = new ConcurrentHashMap<>();

  RecognisedPhases(Searches searches) {
    this.searches = searches;
  }

  /** How a structure of a search compares with the known phases of that search. */
  Comparison of(String search, Phase phase) {
    if (comparisons.size() > REMEMBERED) {
      comparisons.clear();
    }
    // A search that was deleted may have a successor of the same name.
    String begun = search + '/' + searches.service().entry(search).created();
    return comparisons.computeIfAbsent(
        begun + '/' + phase.id(),
        key -> recognition(search, begun).compare(phase.relaxed().structure()));
  }

  private PhaseRecognition recognition(String search, String begun) {
    return recognitions.computeIfAbsent(
        begun,
        key -> {
          List<Reference> references = searches.service().references(search);
          return new PhaseRecognition(symmetry, references);
        });
  }
}
