package org.coesite.similarity;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells whether a relaxed structure has been met before, by its energy in eV per atom and its
 * fingerprint.
 *
 * <p>Both must agree: the fingerprint alone takes mirror images and near relatives for one, the
 * energy alone takes accidents for one. Neither knows cell, orientation, origin or order of the
 * atoms, so nothing need be aligned first.
 *
 * @param energyPerAtom largest energy difference of the same structure, eV per atom
 * @param distance largest cosine distance of the same structure, 0 to 1
 */
public record DuplicateFilter(double energyPerAtom, double distance) {

  /** Default largest energy difference, eV per atom. */
  public static final double DEFAULT_ENERGY = 0.01;

  /** Default largest cosine distance; measured in {@code docs/similarity.md}. */
  public static final double DEFAULT_DISTANCE = 0.008;

  /** Refuses limits that are negative or no numbers, and a distance above 1. */
  public DuplicateFilter {
    if (!(energyPerAtom >= 0 && Double.isFinite(energyPerAtom))) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "duplicate energy %g eV per atom is below 0", energyPerAtom));
    }
    if (!(distance >= 0 && distance <= 1)) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "duplicate distance %g is outside 0 to 1", distance));
    }
  }

  /**
   * A structure to compare with.
   *
   * @param id its name
   * @param fingerprint its fingerprint
   * @param energyPerAtom its energy, under pressure its enthalpy, eV per atom
   */
  public record Known(String id, Fingerprint fingerprint, double energyPerAtom) {}

  /**
   * A known structure that is the same.
   *
   * @param id name of the known structure
   * @param distance cosine distance of the fingerprints
   * @param energyDifference energy of the new structure less that of the known, eV per atom
   */
  public record Match(String id, double distance, double energyDifference) {}

  /**
   * The known structure that is the same as this one; of several the nearest, of equally near ones
   * the first listed.
   *
   * @param energyPerAtom energy, under pressure enthalpy, eV per atom
   */
  public Optional<Match> match(Fingerprint fingerprint, double energyPerAtom, List<Known> known) {
    return known.stream()
        .filter(k -> Math.abs(energyPerAtom - k.energyPerAtom()) <= this.energyPerAtom)
        .map(
            k ->
                new Match(
                    k.id(),
                    fingerprint.cosineDistance(k.fingerprint()),
                    energyPerAtom - k.energyPerAtom()))
        .filter(match -> match.distance() <= distance)
        .min(Comparator.comparingDouble(Match::distance));
  }
}
