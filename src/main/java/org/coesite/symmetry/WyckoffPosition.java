package org.coesite.symmetry;

import java.util.List;
import org.coesite.crystal.SymmetryOperation;
import org.coesite.crystal.Vector3;

/**
 * One Wyckoff position of a space group in its conventional cell.
 *
 * @param letter Wyckoff letter
 * @param multiplicity points per conventional cell
 * @param siteSymmetry oriented site-symmetry symbol, for example {@code .2.}
 * @param coordinates coordinate triplets of all points as functions of x, y and z; the first is the
 *     representative one
 */
public record WyckoffPosition(
    String letter, int multiplicity, String siteSymmetry, List<SymmetryOperation> coordinates) {

  /** Keeps its own copy. */
  public WyckoffPosition {
    coordinates = List.copyOf(coordinates);
  }

  /** How many of x, y and z are free: 0 for a fixed point, 3 for the general position. */
  public int degreesOfFreedom() {
    SymmetryOperation triplet = coordinates.get(0);
    int free = 0;
    for (Vector3 axis : List.of(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1))) {
      Vector3 column =
          new Vector3(triplet.x().dot(axis), triplet.y().dot(axis), triplet.z().dot(axis));
      free += column.length() > 0 ? 1 : 0;
    }
    return free;
  }

  /**
   * All points of the position in [0, 1), exactly as many as the multiplicity.
   *
   * @param parameters values of x, y and z; those that are not free have no effect
   */
  public List<Vector3> orbit(Vector3 parameters) {
    return coordinates.stream().map(c -> c.apply(parameters).wrapped()).toList();
  }
}
