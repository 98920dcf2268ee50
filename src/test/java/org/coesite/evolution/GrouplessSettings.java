package org.coesite.evolution;

import java.util.OptionalDouble;

/** Usual settings of a search that draws no space groups, for tests. */
final class GrouplessSettings {

  private GrouplessSettings() {}

  static EvolutionSettings of(
      EvolutionSettings usual,
      OptionalDouble volumePerAtom,
      CellBounds startCell,
      Heuristics heuristics) {
    return new EvolutionSettings(
        usual.composition(),
        usual.formulaUnits(),
        volumePerAtom,
        usual.guessedVolumePerAtom(),
        usual.minimumDistances(),
        usual.minimumDistanceRatio(),
        0,
        startCell,
        usual.relaxedCell(),
        usual.size(),
        usual.carriedOver(),
        usual.mutants(),
        usual.operators(),
        usual.duplicateEnergy(),
        usual.duplicateDistance(),
        heuristics);
  }
}
