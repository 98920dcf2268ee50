package org.coesite.symmetry;

import java.util.Arrays;
import java.util.Locale;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/**
 * Niggli's reduced cell, the unique choice of three shortest vectors of a lattice, lengths in Å.
 *
 * <p>Algorithm of Křivý and Gruber with the tolerances and the transformation matrix of R. W.
 * Grosse-Kunstleve, N. K. Sauter and P. D. Adams, Acta Cryst. A60, 1 (2004), doi
 * 10.1107/S010876730302186X; step numbers below are theirs.
 *
 * @param lattice the reduced lattice, right-handed if the given one is, same orientation in space
 * @param transformation whole numbers m with reduced[i] = Σj m[i][j]·given[j]; determinant 1
 */
public record NiggliReduction(Lattice lattice, int[][] transformation) {

  /** Comparisons of lengths in Å hold within this share of the cube root of the volume. */
  private static final double RELATIVE_TOLERANCE = 1e-5;

  private static final int ATTEMPTS = 4;
  private static final double TOLERANCE_GROWTH = 5;
  private static final int STEPS = 10_000;

  /** Keeps its own copy. */
  public NiggliReduction {
    transformation = Arrays.stream(transformation).map(int[]::clone).toArray(int[][]::new);
  }

  /** Copy of the matrix. */
  @Override
  public int[][] transformation() {
    return Arrays.stream(transformation).map(int[]::clone).toArray(int[][]::new);
  }

  /**
   * Reduces a lattice.
   *
   * <p>Lengths that differ by just the tolerance can send the algorithm in a circle; it then starts
   * again with a larger one.
   *
   * @throws IllegalArgumentException if it is so flat that rounding keeps it from being reduced
   */
  public static NiggliReduction of(Lattice lattice) {
    double tolerance = RELATIVE_TOLERANCE;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      NiggliForm form = new NiggliForm(lattice, tolerance * Math.cbrt(lattice.volume()));
      for (int step = 0; step < STEPS; step++) {
        if (!form.advance()) {
          return new NiggliReduction(form.lattice(), form.transformation());
        }
      }
      tolerance *= TOLERANCE_GROWTH;
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "cell of %.3g Å³ is too flat to reduce in %d times %d steps",
            lattice.volume(),
            ATTEMPTS,
            STEPS));
  }

  /** The reduced lattice of a lattice. */
  public static Lattice reduce(Lattice lattice) {
    return of(lattice).lattice();
  }

  /** The same crystal in the reduced cell, with coordinates in [0, 1). */
  public static Structure reduce(Structure structure) {
    Lattice reduced = reduce(structure.lattice());
    return new Structure(
        reduced,
        structure.sites().stream().map(site -> moved(site, structure.lattice(), reduced)).toList());
  }

  private static Site moved(Site site, Lattice from, Lattice to) {
    Vector3 fractional = to.toFractional(from.toCartesian(site.fractional()));
    return new Site(site.element(), fractional.wrapped());
  }
}
