package org.coesite.search;

import java.util.List;
import org.coesite.crystal.Structure;
import org.coesite.evolution.Individual;
import org.coesite.evolution.Phase;
import org.coesite.evolution.Population;
import org.coesite.evolution.Verdict;
import org.coesite.search.RelaxationRepository.Outcomes;
import org.coesite.search.SearchSummary.Best;
import org.coesite.search.SearchSummary.Cell;
import org.coesite.search.SearchSummary.Refined;
import org.coesite.search.SearchSummary.Relaxations;
import org.coesite.search.SearchSummary.Timing;
import org.jspecify.annotations.Nullable;

/** Puts the figures of a search together from what is kept. */
final class Summarising {

  /** More unique structures than this are not listed. */
  static final int LISTED = 20;

  private final SearchStore store;
  private final Crystallography crystallography;

  Summarising(SearchStore store, Crystallography crystallography) {
    this.store = store;
    this.crystallography = crystallography;
  }

  SearchSummary of(SearchEntry entry, Population population) {
    String name = entry.name();
    SearchSettings settings = store.searches().settings(name);
    List<Individual> history = population.history();
    int generations =
        history.isEmpty() ? 0 : history.get(history.size() - 1).candidate().generation() + 1;
    @Nullable String hash = history.isEmpty() ? null : population.hash();
    int atomsPerFormula = settings.evolution().composition().reduced().atoms();
    List<Best> best =
        population.phases().stream()
            .limit(LISTED)
            .map(phase -> best(name, phase, atomsPerFormula))
            .toList();
    RefinementFigures refinement = new RefinementFigures(store, crystallography);
    List<Refined> refined = refinement.refined(name, atomsPerFormula);
    return new SearchSummary(
        name,
        entry.seed(),
        entry.state(),
        entry.stop(),
        SearchMethods.of(settings, best, refined, store, name),
        generations,
        relaxations(name, history),
        hash,
        store.trail().head(name),
        best,
        new RescreeningFigures(store, crystallography)
            .rescreened(name, population, atomsPerFormula),
        refined,
        refinement.notRefined(entry),
        population.exploration(),
        timing(entry));
  }

  private Relaxations relaxations(String name, List<Individual> history) {
    Outcomes outcomes = store.relaxations().outcomes(name);
    return new Relaxations(
        outcomes.total(),
        outcomes.converged(),
        outcomes.notConverged(),
        outcomes.failed(),
        count(history, Verdict.Discarded.class),
        count(history, Verdict.Duplicate.class));
  }

  private static int count(List<Individual> history, Class<? extends Verdict> verdict) {
    return (int) history.stream().map(Individual::verdict).filter(verdict::isInstance).count();
  }

  private Best best(String name, Phase phase, int atomsPerFormula) {
    Structure standardised = crystallography.standardised(phase.relaxed().structure());
    return new Best(
        phase.id(),
        phase.energyPerAtom(),
        atomsPerFormula * phase.energyPerAtom(),
        phase.relaxed().spaceGroup(),
        Cell.of(standardised.lattice()),
        phase.relaxed().structure().volumePerAtom(),
        standardised.size() / atomsPerFormula,
        phase.best().candidate().origin().operator().key(),
        phase.best().candidate().generation(),
        phase.hits(),
        phase.firstRelaxation(),
        store.searches().distances(name, phase.id()));
  }

  private Timing timing(SearchEntry entry) {
    return new Timing(
        entry.effort().wall().toNanos() * 1e-9,
        store.relaxations().calculatorCpu(entry.name()).toNanos() * 1e-9,
        entry.effort().engineShare());
  }
}
