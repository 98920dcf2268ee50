package org.coesite.similarity;

import org.coesite.crystal.Structure;
import org.coesite.symmetry.SpaceGroup;
import org.coesite.symmetry.SymmetryFinder;

/**
 * How alike two structures are: two cosine distances without unit, and both space groups.
 *
 * <p>The two distances answer different questions. That of Oganov and Valle asks for the same atoms
 * at the same distances and is the one that finds duplicates. That of the sites asks for the same
 * type of structure and sees neither elements nor size.
 *
 * @param oganovValle distance of the {@link Fingerprint}s: 0 the same, ½ unrelated, 1 the most
 * @param siteFingerprint distance of the {@link SiteFingerprint}s: 0 the same, 1 the most
 * @param first space group of the first structure
 * @param second space group of the second structure
 */
public record Comparison(
    double oganovValle, double siteFingerprint, SpaceGroup first, SpaceGroup second) {

  /**
   * Compares two structures, each in any of its cells.
   *
   * @throws IllegalArgumentException if two sites of a structure are less than 0.1 Å apart
   */
  public static Comparison of(Structure first, Structure second, SymmetryFinder symmetry) {
    return new Comparison(
        Fingerprint.of(first).cosineDistance(Fingerprint.of(second)),
        SiteFingerprint.of(first).cosineDistance(SiteFingerprint.of(second)),
        symmetry.find(first, SymmetryFinder.USUAL_TOLERANCE).spaceGroup(),
        symmetry.find(second, SymmetryFinder.USUAL_TOLERANCE).spaceGroup());
  }
}
