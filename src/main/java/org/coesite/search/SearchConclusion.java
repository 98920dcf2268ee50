package org.coesite.search;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.coesite.evolution.Individual;
import org.coesite.evolution.Injected;
import org.coesite.evolution.Phase;
import org.coesite.evolution.Population;
import org.coesite.evolution.RelaxedStructure;
import org.coesite.evolution.Verdict;
import org.coesite.search.SearchSummary.Best;

/** The steps after the last generation: choose, compare, report. */
public final class SearchConclusion {

  private final SearchStore store;
  private final SearchArchive archive;
  private final Crystallography crystallography;
  private final SearchReporter reporter;
  private final WorkClock clock;

  /** Steps over a store; the clock counts what the comparison takes. */
  public SearchConclusion(
      SearchStore store,
      SearchArchive archive,
      Crystallography crystallography,
      SearchReporter reporter,
      WorkClock clock) {
    this.store = store;
    this.archive = archive;
    this.crystallography = crystallography;
    this.reporter = reporter;
    this.clock = clock;
  }

  /** Ids of the unique structures of lowest energy, lowest first. */
  public List<String> choose(String search) {
    return Population.of(
            store.searches().settings(search).evolution(), store.structures().history(search))
        .phases()
        .stream()
        .limit(Summarising.LISTED)
        .map(Phase::id)
        .toList();
  }

  /** Whether the best structures of a search are refined. */
  public boolean refines(String search) {
    return store.searches().settings(search).refinement().isPresent();
  }

  /** Keeps how far each chosen structure is from each known phase. */
  public void compare(String search, List<String> chosen) {
    List<Reference> references = store.searches().references(search);
    for (Individual individual : store.structures().history(search)) {
      String id = individual.candidate().id();
      if (chosen.contains(id)) {
        RelaxedStructure relaxed = individual.relaxed().orElseThrow();
        store
            .searches()
            .saveDistances(
                search,
                id,
                clock.measure(() -> crystallography.distances(relaxed.structure(), references)));
      }
    }
  }

  private void tellUnused(String search) {
    for (Injected unused : store.injections().waiting(search)) {
      store
          .events()
          .add(
              search,
              "structure %d, %s, was not used: it was given after the last generation was made"
                  .formatted(unused.number(), unused.file()));
    }
  }

  /** What went wrong most often, so that a person need not read the audit to know. */
  private String mostOften(String search) {
    return store.structures().history(search).stream()
        .map(Individual::verdict)
        .map(SearchConclusion::reason)
        .collect(Collectors.groupingBy(SearchConclusion::kind, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .max(Comparator.comparingInt(List::size))
        .map(most -> ", most often (%d times): %s".formatted(most.size(), most.get(0)))
        .orElse("");
  }

  private static String reason(Verdict verdict) {
    return verdict instanceof Verdict.Failed failed
        ? failed.reason()
        : verdict instanceof Verdict.Discarded discarded ? discarded.reason() : "";
  }

  /** Messages of one kind differ in their numbers. */
  private static String kind(String reason) {
    return reason.replaceAll("[-+.\\d]+", "#");
  }

  /**
   * Ends the search in a state and writes its report; one that ran to its end and found nothing has
   * failed.
   *
   * @param stop why it ended
   * @return its final figures
   */
  public SearchSummary report(String search, SearchState state, String stop) {
    if (state == SearchState.FINISHED && choose(search).isEmpty()) {
      store
          .searches()
          .setState(
              search,
              SearchState.FAILED,
              stop + "; no relaxation gave a structure" + mostOften(search));
    } else {
      store.searches().setState(search, state, stop);
    }
    tellUnused(search);
    store.events().add(search, "search ended: " + stop);
    SearchSummary summary = archive.summary(search);
    List<String> best = summary.best().stream().map(Best::structure).toList();
    reporter.write(
        archive.reportDirectory(search),
        summary,
        archive.diagram(search),
        archive.structures(search, best),
        archive.refinedStructures(search),
        archive.references(search));
    return summary;
  }
}
