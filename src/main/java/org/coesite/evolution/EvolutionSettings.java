package org.coesite.evolution;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.crystal.Composition;

/**
 * What the genetic algorithm is told.
 *
 * @param composition content of the cell, for example Si3O6
 * @param formulaUnits how many times a cell may hold the composition
 * @param startVolumePerAtom volume of random structures, Å³ per atom; absent: guessed from the
 *     composition
 * @param guessedVolumePerAtom the guess, Å³ per atom; kept so that it may become a better one
 * @param minimumDistances shortest allowed distances by pair such as {@code Si-O} in Å; pairs not
 *     listed use the ratio
 * @param minimumDistanceRatio shortest allowed distance as a share of the sum of covalent radii
 * @param symmetricShare share of the random structures that get a space group, 0 to 1
 * @param startCell bounds of random cells
 * @param relaxedCell bounds outside which a relaxed structure is discarded
 * @param size structures per generation
 * @param carriedOver share of a generation taken over from the best, 0 to 1
 * @param mutants share made by operators, 0 to 1; the rest is fresh random
 * @param operators relative probability of each operator
 * @param duplicateEnergy structures within this energy may be the same, eV per atom
 * @param duplicateDistance structures within this cosine distance may be the same
 * @param heuristics which parts are on
 */
public record EvolutionSettings(
    Composition composition,
    FormulaUnits formulaUnits,
    OptionalDouble startVolumePerAtom,
    double guessedVolumePerAtom,
    SortedMap<String, Double> minimumDistances,
    double minimumDistanceRatio,
    double symmetricShare,
    CellBounds startCell,
    CellBounds relaxedCell,
    int size,
    double carriedOver,
    double mutants,
    SortedMap<OperatorName, Double> operators,
    double duplicateEnergy,
    double duplicateDistance,
    Heuristics heuristics) {

  /**
   * Keeps its own copies; settings that were kept before there was a choice have one size, no
   * heuristics and the first guess at the volume.
   */
  public EvolutionSettings {
    formulaUnits = Objects.requireNonNullElse(formulaUnits, FormulaUnits.ONE);
    guessedVolumePerAtom =
        guessedVolumePerAtom == 0 ? StartVolume.guessOnce(composition) : guessedVolumePerAtom;
    minimumDistances = copy(minimumDistances);
    operators = copy(operators);
    heuristics = Objects.requireNonNullElse(heuristics, Heuristics.NONE);
  }

  /** Sensible settings for cells of one content; search.yaml overrides them key by key. */
  public static EvolutionSettings defaults(Composition composition) {
    return defaults(composition, FormulaUnits.ONE);
  }

  /** Sensible settings for cells that hold a composition so many times. */
  public static EvolutionSettings defaults(Composition composition, FormulaUnits formulaUnits) {
    return EvolutionDefaults.of(composition, formulaUnits);
  }

  /** The same with other parts on. */
  public EvolutionSettings with(Heuristics other) {
    return new EvolutionSettings(
        composition,
        formulaUnits,
        startVolumePerAtom,
        guessedVolumePerAtom,
        minimumDistances,
        minimumDistanceRatio,
        symmetricShare,
        startCell,
        relaxedCell,
        size,
        carriedOver,
        mutants,
        operators,
        duplicateEnergy,
        duplicateDistance,
        other);
  }

  /** What cells hold, in words: {@code Si3O6}, or {@code 1 to 4 times SiO2}. */
  public String content() {
    return formulaUnits.most() == 1
        ? composition.toString()
        : formulaUnits.fewest() == formulaUnits.most()
            ? "%d times %s".formatted(formulaUnits.most(), composition)
            : "%d to %d times %s"
                .formatted(formulaUnits.fewest(), formulaUnits.most(), composition);
  }

  /** Atoms of the largest cell. */
  public int mostAtoms() {
    return composition.atoms() * formulaUnits.most();
  }

  private static <K extends Comparable<K>> SortedMap<K, Double> copy(Map<K, Double> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
