package org.coesite.symmetry;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/**
 * Makes a conventional cell what its space group says: equal lengths equal, fixed angles exact, and
 * the monoclinic angle β as near to 90° from above as the setting allows.
 *
 * <p>moyo makes positions exact, but leaves the lattice as it was measured and monoclinic cells as
 * oblique as they come. Steps of a along c and of c along a keep the setting where they turn no
 * centring or glide vector into another: even ones always, odd ones where there is none along them.
 */
final class StandardCell {

  private static final Set<Integer> C_CENTRED = Set.of(5, 8, 9, 12, 15);
  private static final Set<Integer> C_GLIDE = Set.of(7, 9, 13, 14, 15);

  private StandardCell() {}

  /** The cell of a space group in its standard setting, given within a tolerance. */
  static Structure of(Structure conventional, int spaceGroup) {
    LatticeSystem system = LatticeSystem.of(spaceGroup);
    Structure exact = conventional.with(exact(conventional.lattice(), system));
    return system == LatticeSystem.MONOCLINIC ? leastOblique(exact, spaceGroup) : exact;
  }

  private static Lattice exact(Lattice lattice, LatticeSystem system) {
    double[] l = lattice.lengths();
    double[] t = lattice.angles();
    double a =
        switch (system) {
          case TETRAGONAL, HEXAGONAL -> (l[0] + l[1]) / 2;
          case CUBIC -> (l[0] + l[1] + l[2]) / 3;
          default -> l[0];
        };
    return system.lattice(a, l[1], l[2], t[0], t[1], t[2]);
  }

  private static Structure leastOblique(Structure start, int spaceGroup) {
    int alongC = C_CENTRED.contains(spaceGroup) ? 2 : 1;
    int alongA = C_GLIDE.contains(spaceGroup) ? 2 : 1;
    Structure cell = start;
    int n;
    int m;
    do {
      n = steps(cell.lattice().a(), cell.lattice().c(), alongC);
      cell = alongC(cell, n);
      m = steps(cell.lattice().c(), cell.lattice().a(), alongA);
      cell = alongA(cell, m);
    } while (n != 0 || m != 0);
    return obtuse(cell);
  }

  /** How often to add another vector for the shortest sum, in multiples of a number. */
  private static int steps(Vector3 vector, Vector3 other, int multiple) {
    double least = -vector.dot(other) / (other.dot(other) * multiple);
    // Half a step more or less is as good: stay, so that the search ends.
    return Math.abs(least) <= 0.5 + 1e-9 ? 0 : multiple * (int) Math.rint(least);
  }

  /** a + n c in place of a. */
  private static Structure alongC(Structure cell, int n) {
    int[][] matrix = {{1, 0, n}, {0, 1, 0}, {0, 0, 1}};
    return moved(cell, matrix, f -> new Vector3(f.x(), f.y(), f.z() - n * f.x()));
  }

  /** c + m a in place of c. */
  private static Structure alongA(Structure cell, int m) {
    int[][] matrix = {{1, 0, 0}, {0, 1, 0}, {m, 0, 1}};
    return moved(cell, matrix, f -> new Vector3(f.x() - m * f.z(), f.y(), f.z()));
  }

  /** Turned by 180° about c where β is acute. */
  private static Structure obtuse(Structure cell) {
    Structure turned = cell;
    if (cell.lattice().a().dot(cell.lattice().c()) > 0) {
      int[][] matrix = {{-1, 0, 0}, {0, -1, 0}, {0, 0, 1}};
      turned = moved(cell, matrix, f -> new Vector3(-f.x(), -f.y(), f.z()));
    }
    double[] l = turned.lattice().lengths();
    double beta = turned.lattice().angles()[1];
    return turned.with(LatticeSystem.MONOCLINIC.lattice(l[0], l[1], l[2], 90, beta, 90)).wrapped();
  }

  private static Structure moved(Structure cell, int[][] matrix, UnaryOperator<Vector3> positions) {
    return new Structure(
        cell.lattice().transformed(matrix),
        cell.sites().stream()
            .map(site -> new Site(site.element(), positions.apply(site.fractional())))
            .toList());
  }
}
