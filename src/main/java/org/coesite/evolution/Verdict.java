package org.coesite.evolution;

/** What ranking decided about a relaxed candidate. */
public sealed interface Verdict {

  /** A structure not seen before. */
  record Kept() implements Verdict {}

  /**
   * The same structure as an earlier or lower one.
   *
   * @param of id of that structure
   * @param distance cosine distance of the fingerprints
   * @param energyDifference this minus that, eV per atom
   */
  record Duplicate(String of, double distance, double energyDifference) implements Verdict {}

  /**
   * Relaxed, but not wanted: outside volume or cell bounds.
   *
   * @param reason with the number and the limit
   */
  record Discarded(String reason) implements Verdict {}

  /**
   * Relaxation failed or did not converge.
   *
   * @param reason with the number and the limit
   */
  record Failed(String reason) implements Verdict {}
}
