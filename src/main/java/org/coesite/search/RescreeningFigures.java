package org.coesite.search;

import java.util.List;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.crystal.Structure;
import org.coesite.evolution.Phase;
import org.coesite.evolution.Population;
import org.coesite.search.RescreenedPhases.Ranked;
import org.coesite.search.SearchSummary.Cell;
import org.coesite.search.SearchSummary.Rescreened;

/** Puts together what a second screening made of the best structures. */
final class RescreeningFigures {

  private final SearchStore store;
  private final Crystallography crystallography;

  RescreeningFigures(SearchStore store, Crystallography crystallography) {
    this.store = store;
    this.crystallography = crystallography;
  }

  /** The lowest structures, lowest first; empty unless there was a second screening. */
  List<Rescreened> rescreened(String search, Population population, int atomsPerFormula) {
    List<String> before = population.phases().stream().map(Phase::id).toList();
    return new RescreenedPhases(store)
        .rescreened(search, population).stream()
            .limit(Summarising.LISTED)
            .map(one -> figures(search, one, before.indexOf(one.id()) + 1, atomsPerFormula))
            .toList();
  }

  private Rescreened figures(String search, Ranked ranked, int before, int atomsPerFormula) {
    RelaxationRecord record =
        store.relaxations().find(search, ranked.id(), Purpose.RESCREEN).orElseThrow();
    Structure structure = ((Converged) record.outcome()).structure();
    return new Rescreened(
        ranked.id(),
        record.calculator(),
        record.version(),
        record.settings().stages(),
        ranked.energyPerAtom(),
        atomsPerFormula * ranked.energyPerAtom(),
        crystallography.spaceGroup(structure),
        Cell.of(crystallography.standardised(structure).lattice()),
        structure.volumePerAtom(),
        before,
        ranked.same());
  }
}
