package org.coesite.search;

import java.util.List;
import org.coesite.symmetry.SpaceGroup;
import org.jspecify.annotations.Nullable;

/**
 * What summary.json and {@code show --json} say; component names are the JSON keys.
 *
 * @param search name of the search
 * @param seed its seed
 * @param state where it stands
 * @param stop why it ended, null while it runs
 * @param generations generations ranked so far
 * @param relaxations counts
 * @param populationHash SHA-256 over the population, null before the first generation
 * @param best unique structures, lowest energy first
 * @param timing where the time went
 */
public record SearchSummary(
    String search,
    long seed,
    SearchState state,
    @Nullable String stop,
    int generations,
    Relaxations relaxations,
    @Nullable String populationHash,
    List<Best> best,
    Timing timing) {

  /** How many relaxations ended how. */
  public record Relaxations(
      int total, int converged, int notConverged, int failed, int discarded, int duplicates) {}

  /**
   * One unique structure; energies in eV, lengths in Å, angles in degrees, volume in Å³.
   *
   * @param structure id, for example g002s11
   * @param hits how often it was found
   */
  public record Best(
      String structure,
      double energyPerAtom,
      double energyPerFormula,
      SpaceGroup spaceGroup,
      Cell lattice,
      double volumePerAtom,
      String operator,
      int generation,
      int hits,
      List<ReferenceDistance> references) {}

  /** Standardised cell in Å and degrees. */
  public record Cell(double a, double b, double c, double alpha, double beta, double gamma) {}

  /** Cosine distance to a known phase. */
  public record ReferenceDistance(String name, double cosineDistance) {}

  /** Wall time and calculator CPU time in seconds, and the engine's share of all CPU time. */
  public record Timing(double wallSeconds, double calculatorCpuSeconds, double engineShare) {}
}
