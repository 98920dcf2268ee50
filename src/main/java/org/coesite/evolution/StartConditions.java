package org.coesite.evolution;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.PeriodicDistances;
import org.coesite.crystal.PeriodicImages;
import org.coesite.crystal.Structure;

/**
 * What random structures have to keep to.
 *
 * @param volumePerAtom Å³
 * @param distances shortest allowed ones
 * @param cell what the cell may look like
 * @param compactness length of the shortest lattice vector as a share of the edge of a cube of the
 *     same volume, at least
 * @param learntShare the distances as a share of those of the lowest structures found; 0 where
 *     those of the settings hold
 */
record StartConditions(
    double volumePerAtom,
    MinimumDistances distances,
    CellBounds cell,
    double compactness,
    double learntShare) {

  /** Bonds of a few good structures tell more than radii do; one or two may be odd. */
  private static final int FEWEST = 3;

  /** More of them would mix in what is far from the best. */
  private static final int MOST = 6;

  /** Starts are looser than what they relax to, some more and some less. */
  private static final double LEAST_SHARE_OF_DISTANCES = 0.8;

  private static final double LARGEST_SHARE_OF_DISTANCES = 0.95;

  /** Random structures have more room than crystals. */
  private static final double SHARE_OF_VOLUME = 1.05;

  /** It is 1 for a cube and 0.75 for the primitive cell of rutile. */
  private static final double COMPACT = 0.9;

  /** As the settings have them. */
  static StartConditions of(EvolutionSettings settings) {
    return new StartConditions(
        StartVolume.of(settings), MinimumDistances.of(settings), settings.startCell(), 0, 0);
  }

  /** The same for cells without short vectors. */
  StartConditions compact() {
    return new StartConditions(volumePerAtom, distances, cell, COMPACT, learntShare);
  }

  /** Whether a cell is as compact as it has to be. */
  boolean allows(Lattice lattice) {
    return new PeriodicImages(lattice).shortestTranslation()
        >= compactness * Math.cbrt(lattice.volume());
  }

  /** The same for a part of a cell, whose vectors may be short: repeated it becomes compact. */
  StartConditions ofPart() {
    return new StartConditions(
        volumePerAtom,
        distances,
        new CellBounds(
            0,
            cell.maximumLength(),
            cell.minimumAngle(),
            cell.maximumAngle(),
            cell.minimumVolumePerAtom(),
            cell.maximumVolumePerAtom()),
        0,
        learntShare);
  }

  /**
   * As the lowest structures found so far have them: the mean of their shortest distances between
   * each pair of elements and, unless the settings give one, their volume. Those of the settings
   * where too few are known.
   */
  static StartConditions learnt(
      EvolutionSettings settings, Population population, UniformRandomProvider random) {
    List<Structure> best =
        population.phases().stream().limit(MOST).map(phase -> phase.relaxed().structure()).toList();
    if (best.size() < FEWEST) {
      return of(settings);
    }
    double share =
        LEAST_SHARE_OF_DISTANCES
            + (LARGEST_SHARE_OF_DISTANCES - LEAST_SHARE_OF_DISTANCES) * random.nextDouble();
    Map<String, Double> mean = new TreeMap<>();
    for (Structure structure : best) {
      shortest(structure)
          .forEach(
              (pair, distance) -> mean.merge(pair, share * distance / best.size(), Double::sum));
    }
    double volume = population.scalingVolume() / settings.composition().atoms();
    return new StartConditions(
        settings.startVolumePerAtom().orElse(SHARE_OF_VOLUME * volume),
        MinimumDistances.of(mean, settings.minimumDistanceRatio()),
        settings.startCell(),
        0,
        share);
  }

  /** What is beyond the settings, for the record. */
  SortedMap<String, String> draws() {
    Draws draws = new Draws();
    if (learntShare > 0) {
      draws.put("learntShare", learntShare);
    }
    if (compactness > 0) {
      draws.put("compactness", compactness);
    }
    return draws.values();
  }

  private static Map<String, Double> shortest(Structure structure) {
    Map<String, Double> shortest = new TreeMap<>();
    PeriodicDistances distances = PeriodicDistances.of(structure);
    for (int i = 0; i < structure.size(); i++) {
      for (int j = 0; j <= i; j++) {
        String first = structure.sites().get(i).element().symbol();
        String second = structure.sites().get(j).element().symbol();
        String pair = first.compareTo(second) <= 0 ? first + "-" + second : second + "-" + first;
        shortest.merge(pair, distances.minimum(i, j), Math::min);
      }
    }
    return shortest;
  }
}
