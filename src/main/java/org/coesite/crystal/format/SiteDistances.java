package org.coesite.crystal.format;

import java.util.List;
import java.util.Locale;
import org.coesite.crystal.Element;
import org.coesite.crystal.PeriodicDistances;
import org.coesite.crystal.Structure;

/**
 * Refuses structures whose atoms overlap.
 *
 * <p>The shortest bonds between atoms are 0.74 Å (H–H), 0.92 Å (H–F) and 1.10 Å (N–N); atoms well
 * below that are an error in the file.
 */
final class SiteDistances {

  /** Shortest distance allowed between atoms other than hydrogen, Å. */
  private static final double LIMIT = 0.80;

  /** Shortest distance allowed to a hydrogen atom, Å. */
  private static final double LIMIT_WITH_HYDROGEN = 0.50;

  private SiteDistances() {}

  /**
   * Returns the structure if its atoms are far enough apart.
   *
   * @param places where each site stands in the source, in site order
   * @throws StructureFormatException naming the two sites, their distance and the limit
   */
  static Structure requireSensible(Structure structure, List<String> places, String source) {
    PeriodicDistances distances = PeriodicDistances.of(structure);
    for (int i = 0; i < structure.size(); i++) {
      for (int j = 0; j <= i; j++) {
        double limit = limit(structure, i, j);
        if (distances.minimum(i, j) < limit) {
          String pair = i == j ? " to its own image" : " to " + places.get(j);
          throw new StructureFormatException(
              source,
              places.get(i),
              String.format(
                  Locale.ROOT,
                  "minimum distance %.2f Å is below %.2f Å (%s%s)",
                  distances.minimum(i, j),
                  limit,
                  structure.sites().get(i).element(),
                  pair));
        }
      }
    }
    return structure;
  }

  private static double limit(Structure structure, int i, int j) {
    boolean hydrogen =
        structure.sites().get(i).element() == Element.H
            || structure.sites().get(j).element() == Element.H;
    return hydrogen ? LIMIT_WITH_HYDROGEN : LIMIT;
  }
}
