package org.coesite.evolution;

import java.util.Comparator;
import java.util.List;

/**
 * The volume that operators scale new cells to, for one time the composition: after each generation
 * the mean of the old value and of the mean volume of the best fifth of the population.
 */
final class ScalingVolume {

  private static final double SHARE_OF_BEST = 0.2;
  private static final double WEIGHT_OF_NEW = 0.5;

  private final int atoms;
  private final int size;
  private double volume;
  private int generation;

  ScalingVolume(EvolutionSettings settings) {
    this.atoms = settings.composition().atoms();
    this.size = settings.size();
    this.volume = StartVolume.of(settings) * atoms;
  }

  /** A generation begins or goes on: what was found before it moves the volume. */
  void enter(int next, List<Finds> found) {
    while (generation < next) {
      volume = afterwards(found);
      generation++;
    }
  }

  /** The volume in Å³ of a cell that holds the composition once, when the generation is over. */
  double afterwards(List<Finds> found) {
    int best = (int) Math.ceil(SHARE_OF_BEST * Math.min(size, found.size()));
    if (best == 0) {
      return volume;
    }
    double mean =
        found.stream()
            .map(Finds::lowest)
            .sorted(Comparator.comparingDouble(RelaxedStructure::energyPerAtom))
            .limit(best)
            .mapToDouble(relaxed -> relaxed.structure().volumePerAtom() * atoms)
            .average()
            .orElse(volume);
    return (1 - WEIGHT_OF_NEW) * volume + WEIGHT_OF_NEW * mean;
  }
}
