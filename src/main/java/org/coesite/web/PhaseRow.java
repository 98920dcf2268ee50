package org.coesite.web;

import java.util.Comparator;
import org.coesite.evolution.Phase;
import org.coesite.report.Comparison;
import org.coesite.search.SearchSummary.ReferenceDistance;
import org.coesite.symmetry.SpaceGroup;
import org.jspecify.annotations.Nullable;

/**
 * A unique structure in the table of a search; component names are the JSON keys.
 *
 * @param structure id
 * @param energyPerFormula energy, under pressure enthalpy, eV per formula unit
 * @param above how far it lies above the lowest, eV per atom
 * @param volumePerAtom Å³
 * @param atoms in the relaxed cell
 * @param phase the known phase that it is, null if it is none of them
 * @param nearest the known phase whose fingerprint is nearest, null without known phases
 */
record PhaseRow(
    String structure,
    double energyPerFormula,
    double energyPerAtom,
    double above,
    SpaceGroup spaceGroup,
    double volumePerAtom,
    int atoms,
    int hits,
    int generation,
    int firstRelaxation,
    String operator,
    @Nullable String phase,
    @Nullable ReferenceDistance nearest) {

  static PhaseRow of(Phase phase, double lowest, int atomsPerFormula, Comparison comparison) {
    return new PhaseRow(
        phase.id(),
        atomsPerFormula * phase.energyPerAtom(),
        phase.energyPerAtom(),
        phase.energyPerAtom() - lowest,
        phase.relaxed().spaceGroup(),
        phase.relaxed().structure().volumePerAtom(),
        phase.relaxed().structure().size(),
        phase.hits(),
        phase.best().candidate().generation(),
        phase.firstRelaxation(),
        phase.best().candidate().origin().operator().key(),
        comparison.phase().orElse(null),
        comparison.distances().stream()
            .min(Comparator.comparingDouble(ReferenceDistance::cosineDistance))
            .orElse(null));
  }
}
