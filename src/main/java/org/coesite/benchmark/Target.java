package org.coesite.benchmark;

import java.util.Set;

/**
 * The answer of a problem.
 *
 * @param energyPerAtom energy, under pressure enthalpy, eV per atom
 * @param tolerance how far from it a structure may be that still is the answer, eV per atom
 * @param spaceGroups numbers that the answer may have: both hands of a chiral crystal
 */
public record Target(double energyPerAtom, double tolerance, Set<Integer> spaceGroups) {

  /** Keeps its own copy. */
  public Target {
    spaceGroups = spaceGroups == null ? Set.of() : Set.copyOf(spaceGroups);
  }

  /** Whether an energy in eV per atom is that of the answer. */
  boolean isReachedBy(double energy) {
    return Math.abs(energy - energyPerAtom) <= tolerance;
  }
}
