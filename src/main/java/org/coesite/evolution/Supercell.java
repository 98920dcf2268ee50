package org.coesite.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.PeriodicImages;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.symmetry.NiggliReduction;
import org.jspecify.annotations.Nullable;

/**
 * Larger cells of the same crystal, along any of its lattice vectors.
 *
 * <p>Every superlattice has one matrix in Hermite normal form: a triangle whose diagonal multiplies
 * to the number of copies, with each number right of the diagonal below the diagonal of its column.
 */
final class Supercell {

  /** A needle or a sheet costs more to relax than the most compact of so many. */
  private static final int TRIES = 12;

  private Supercell() {}

  /** A reduced cell of so many copies, the most compact of a dozen within bounds, if any is. */
  static Optional<Structure> draw(
      Structure part, int copies, CellBounds bounds, UniformRandomProvider random) {
    int @Nullable [][] best = null;
    double shortest = 0;
    for (int i = 0; i < TRIES; i++) {
      int[][] matrix = matrix(copies, random);
      Lattice lattice = part.lattice().transformed(matrix);
      double translation = new PeriodicImages(lattice).shortestTranslation();
      if (translation > shortest && fits(lattice, bounds, copies * part.size())) {
        shortest = translation;
        best = matrix;
      }
    }
    return Optional.ofNullable(best).map(matrix -> NiggliReduction.reduce(of(part, matrix)));
  }

  private static boolean fits(Lattice lattice, CellBounds bounds, int atoms) {
    try {
      return bounds.violation(NiggliReduction.reduce(lattice), atoms).isEmpty();
    } catch (IllegalArgumentException tooFlat) {
      return false;
    }
  }

  /** Each matrix in Hermite normal form with this determinant is as likely as the others. */
  static int[][] matrix(int determinant, UniformRandomProvider random) {
    List<int[]> diagonals = diagonals(determinant);
    double[] weights =
        diagonals.stream().mapToDouble(pqr -> (double) pqr[1] * pqr[2] * pqr[2]).toArray();
    int[] pqr = diagonals.get(Roulette.draw(weights, random));
    return new int[][] {
      {pqr[0], random.nextInt(pqr[1]), random.nextInt(pqr[2])},
      {0, pqr[1], random.nextInt(pqr[2])},
      {0, 0, pqr[2]}
    };
  }

  private static List<int[]> diagonals(int determinant) {
    List<int[]> diagonals = new ArrayList<>();
    for (int p = 1; p <= determinant; p++) {
      for (int q = 1; q <= determinant / p; q++) {
        int r = determinant / p / q;
        if (p * q * r == determinant) {
          diagonals.add(new int[] {p, q, r});
        }
      }
    }
    return diagonals;
  }

  /** The cell whose vectors a matrix in Hermite normal form makes of those of a structure. */
  static Structure of(Structure part, int[][] matrix) {
    Lattice lattice = part.lattice().transformed(matrix);
    List<Site> sites = new ArrayList<>();
    for (Site site : part.sites()) {
      for (int i = 0; i < matrix[0][0]; i++) {
        for (int j = 0; j < matrix[1][1]; j++) {
          for (int k = 0; k < matrix[2][2]; k++) {
            Vector3 image = site.fractional().plus(new Vector3(i, j, k));
            Vector3 place = part.lattice().toCartesian(image);
            sites.add(new Site(site.element(), lattice.toFractional(place).wrapped()));
          }
        }
      }
    }
    return new Structure(lattice, sites);
  }
}
