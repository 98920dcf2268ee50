package org.coesite.evolution;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.PeriodicImages;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.symmetry.NiggliReduction;

/**
 * Larger cells of the same crystal, along any of its lattice vectors.
 *
 * <p>Every superlattice has one matrix in Hermite normal form: a triangle whose diagonal multiplies
 * to the number of copies, with each number right of the diagonal below the diagonal of its column.
 */
final class Supercell {

  /** Of so many random ones the most compact is taken: a needle or a sheet costs more to relax. */
  private static final int TRIES = 12;

  private Supercell() {}

  /** A cell of so many copies, reduced; sites of one kind stay together. */
  static Structure draw(Structure part, int copies, UniformRandomProvider random) {
    List<int[][]> matrices = matrices(copies);
    int[][] best = matrices.get(0);
    double shortest = 0;
    for (int i = 0; i < TRIES; i++) {
      int[][] matrix = matrices.get(random.nextInt(matrices.size()));
      double translation =
          new PeriodicImages(part.lattice().transformed(matrix)).shortestTranslation();
      if (translation > shortest) {
        shortest = translation;
        best = matrix;
      }
    }
    return NiggliReduction.reduce(of(part, best));
  }

  /** All matrices in Hermite normal form with this determinant. */
  static List<int[][]> matrices(int determinant) {
    List<int[][]> matrices = new ArrayList<>();
    for (int p = 1; p <= determinant; p++) {
      for (int q = 1; q <= determinant / p; q++) {
        int r = determinant / p / q;
        if (p * q * r == determinant) {
          for (int x = 0; x < q; x++) {
            for (int y = 0; y < r; y++) {
              for (int z = 0; z < r; z++) {
                matrices.add(new int[][] {{p, x, y}, {0, q, z}, {0, 0, r}});
              }
            }
          }
        }
      }
    }
    return matrices;
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
