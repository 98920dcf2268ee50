package org.coesite.crystal.format;

import java.util.ArrayList;
import java.util.List;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.SymmetryOperation;
import org.coesite.crystal.Vector3;

/** The images of a site under symmetry operations, each place once. */
final class Orbit {

  /** Images closer than this are one atom on a special position, Å. */
  private static final double SAME_PLACE = 0.1;

  private Orbit() {}

  /**
   * Distinct images in [0, 1), that of the first operation first.
   *
   * <p>A site near a special position, such as 0.3333 for 1/3, is moved onto it.
   */
  static List<Vector3> of(Vector3 fractional, List<SymmetryOperation> operations, Lattice lattice) {
    Vector3 exact = onSpecialPosition(fractional, operations, lattice);
    List<Vector3> images = new ArrayList<>();
    for (SymmetryOperation operation : operations) {
      Vector3 image = operation.apply(exact).wrapped();
      if (images.stream().noneMatch(other -> apart(lattice, image, other) < SAME_PLACE)) {
        images.add(image);
      }
    }
    return images;
  }

  /** Mean of the images that fall on the site itself. */
  private static Vector3 onSpecialPosition(
      Vector3 site, List<SymmetryOperation> operations, Lattice lattice) {
    Vector3 sum = Vector3.ZERO;
    int count = 0;
    for (SymmetryOperation operation : operations) {
      Vector3 shift = nearest(operation.apply(site).minus(site));
      if (lattice.toCartesian(shift).length() < SAME_PLACE) {
        sum = sum.plus(shift);
        count++;
      }
    }
    return count == 0 ? site : site.plus(sum.times(1.0 / count));
  }

  private static double apart(Lattice lattice, Vector3 one, Vector3 other) {
    return lattice.toCartesian(nearest(one.minus(other))).length();
  }

  private static Vector3 nearest(Vector3 v) {
    return new Vector3(
        v.x() - Math.rint(v.x()), v.y() - Math.rint(v.y()), v.z() - Math.rint(v.z()));
  }
}
