package org.coesite.evolution;

import java.util.Optional;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;

/** What a structure has to keep for a search to take it. */
public final class Admission {

  private final EvolutionSettings settings;

  /** By the settings of a search. */
  public Admission(EvolutionSettings settings) {
    this.settings = settings;
  }

  /** Whether a cell holds the composition of the search as often as it may. */
  public boolean holdsComposition(Structure structure) {
    Composition content = structure.composition();
    int times = content.atoms() / settings.composition().atoms();
    return times >= settings.formulaUnits().fewest()
        && times <= settings.formulaUnits().most()
        && content.equals(settings.composition().times(times));
  }

  /** Why a structure cannot be taken, with the number and the limit; empty if it can. */
  public Optional<String> refusal(Structure structure) {
    if (!holdsComposition(structure)) {
      return Optional.of(
          "the cell holds %s; the search takes %s"
              .formatted(structure.composition(), settings.content()));
    }
    Optional<String> broken =
        settings.relaxedCell().violation(structure.lattice(), structure.size());
    return broken.isPresent() ? broken : Operators.distances(settings).violation(structure);
  }
}
