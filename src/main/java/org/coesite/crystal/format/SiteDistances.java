package org.coesite.crystal.format;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.PeriodicImages;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/**
 * Refuses structures whose atoms overlap, and cells that are out of all proportion.
 *
 * <p>The shortest bonds between atoms are 0.74 Å (H–H), 0.92 Å (H–F) and 1.10 Å (N–N); atoms well
 * below that are an error in the file.
 */
final class SiteDistances {

  /** Shortest distance allowed between atoms other than hydrogen, Å. */
  private static final double LIMIT = 0.80;

  /** Shortest distance allowed to a hydrogen atom, Å. */
  private static final double LIMIT_WITH_HYDROGEN = 0.50;

  /** Longest lattice vector allowed, Å: more is an error in the file, and images without number. */
  static final double LONGEST_VECTOR = 1000;

  /** Largest fractional coordinate allowed: beyond it rounding moves atoms visibly. */
  private static final double FARTHEST = 1e6;

  /** Smallest volume allowed, Å³: no atom fits into less. */
  private static final double SMALLEST_VOLUME = 0.1;

  private SiteDistances() {}

  /**
   * Returns the structure if its cell is sensible and its atoms are far enough apart.
   *
   * @param places where each site stands in the source, in site order
   * @throws StructureFormatException naming the cell or the two sites, their distance and the limit
   */
  static Structure requireSensible(Structure structure, List<String> places, String source) {
    requireProportion(structure.lattice(), source);
    for (int i = 0; i < structure.size(); i++) {
      requireNear(structure.sites().get(i).fractional(), places.get(i), source);
    }
    double repeat = Arrays.stream(structure.lattice().compact().lengths()).min().orElseThrow();
    for (int i = 0; i < structure.size(); i++) {
      requireApart(structure, places, source, i, i, repeat);
    }
    PeriodicImages images = new PeriodicImages(structure.lattice());
    List<Vector3> positions =
        IntStream.range(0, structure.size()).mapToObj(structure::cartesian).toList();
    for (int i = 0; i < structure.size(); i++) {
      for (int j = 0; j < i; j++) {
        Vector3 displacement = positions.get(j).minus(positions.get(i));
        requireApart(structure, places, source, i, j, images.shortest(displacement, LIMIT));
      }
    }
    return structure;
  }

  private static void requireProportion(Lattice lattice, String source) {
    double longest = Arrays.stream(lattice.lengths()).max().orElseThrow();
    if (longest > LONGEST_VECTOR) {
      throw cell(source, "lattice vector of %.0f Å is above %.0f Å", longest, LONGEST_VECTOR);
    }
    if (lattice.volume() < SMALLEST_VOLUME) {
      throw cell(source, "volume %.3g Å³ is below %.1f Å³", lattice.volume(), SMALLEST_VOLUME);
    }
  }

  private static void requireNear(Vector3 fractional, String place, String source) {
    double farthest =
        DoubleStream.of(fractional.x(), fractional.y(), fractional.z())
            .map(Math::abs)
            .max()
            .orElseThrow();
    if (!(farthest <= FARTHEST)) {
      throw new StructureFormatException(
          source,
          place,
          String.format(
              Locale.ROOT, "lies %.3g cells off the origin, above %.0f", farthest, FARTHEST));
    }
  }

  private static StructureFormatException cell(
      String source, String problem, double value, double limit) {
    return new StructureFormatException(
        source, "cell", String.format(Locale.ROOT, problem, value, limit));
  }

  private static void requireApart(
      Structure structure, List<String> places, String source, int i, int j, double distance) {
    double limit = limit(structure, i, j);
    if (distance < limit) {
      String pair = i == j ? " to its own image" : " to " + places.get(j);
      throw new StructureFormatException(
          source,
          places.get(i),
          String.format(
              Locale.ROOT,
              "minimum distance %.2f Å is below %.2f Å (%s%s)",
              distance,
              limit,
              structure.sites().get(i).element(),
              pair));
    }
  }

  private static double limit(Structure structure, int i, int j) {
    boolean hydrogen =
        structure.sites().get(i).element() == Element.H
            || structure.sites().get(j).element() == Element.H;
    return hydrogen ? LIMIT_WITH_HYDROGEN : LIMIT;
  }
}
