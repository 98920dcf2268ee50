package org.coesite.search;

import org.coesite.calculator.Forecast;
import org.coesite.symmetry.SpaceGroup;
import org.jspecify.annotations.Nullable;

/**
 * A structure that is to be refined and what is known of it before; component names are the JSON
 * keys.
 *
 * @param id by which it is approved of and refined
 * @param structure the structure or known phase that it is
 * @param knownPhase whether it is a known phase
 * @param composition content of its cell
 * @param aboveLowest energy above the lowest structure of the screening, eV per atom; null for a
 *     known phase
 * @param spaceGroup before the refinement
 * @param cost forecast; null if the calculator cannot tell
 * @param obstacle why it cannot be done, if the forecast says so
 * @param declined why a person left it out; null if nobody did
 */
public record PlannedSubject(
    String id,
    String structure,
    boolean knownPhase,
    @Nullable String composition,
    @Nullable Double aboveLowest,
    @Nullable SpaceGroup spaceGroup,
    @Nullable Cost cost,
    @Nullable String obstacle,
    @Nullable String declined) {

  /**
   * What a refinement is to cost, if one round is enough.
   *
   * @param processes on which it runs side by side
   * @param symmetryOperations that the program finds in the start
   * @param kPoints that it will compute
   * @param memoryBytes that it needs
   * @param diskBytes that it needs
   * @param cpuSeconds rough CPU time, over all processes
   */
  public record Cost(
      int processes,
      int symmetryOperations,
      int kPoints,
      long memoryBytes,
      long diskBytes,
      double cpuSeconds) {

    static Cost of(Forecast forecast, int processes) {
      return new Cost(
          processes,
          forecast.symmetryOperations(),
          forecast.kPoints(),
          forecast.memory(),
          forecast.disk(),
          forecast.cpu().toMillis() / 1000.0);
    }
  }

  /** One of which nothing was kept but its id. */
  public static PlannedSubject named(String id) {
    String structure = RefinementSettings.structure(id);
    return new PlannedSubject(
        id,
        structure,
        structure.startsWith(Refinement.REFERENCE),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  PlannedSubject withCost(Cost forecast) {
    return new PlannedSubject(
        id, structure, knownPhase, composition, aboveLowest, spaceGroup, forecast, null, declined);
  }

  PlannedSubject withObstacle(String reason) {
    return new PlannedSubject(
        id, structure, knownPhase, composition, aboveLowest, spaceGroup, null, reason, declined);
  }

  /** The same as a person left it out, or did not. */
  public PlannedSubject withDeclined(@Nullable String reason) {
    return new PlannedSubject(
        id, structure, knownPhase, composition, aboveLowest, spaceGroup, cost, obstacle, reason);
  }
}
