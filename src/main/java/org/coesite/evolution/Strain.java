package org.coesite.evolution;

import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Structure;

/**
 * Strains the cell by I + e with normal random components of e, atoms going along.
 *
 * <p>Glass, Oganov & Hansen, Comput. Phys. Commun. 175, 713 (2006), doi 10.1016/j.cpc.2006.07.020,
 * with the standard deviation 0.7 of Van den Bossche et al., J. Chem. Theory Comput. 14, 2797
 * (2018), doi 10.1021/acs.jctc.8b00039; off-diagonal components have half of it.
 */
final class Strain implements Operator {

  private static final int TRIES = 1000;
  private static final double DEVIATION = 0.7;

  private final CellBounds bounds;
  private final MinimumDistances distances;

  Strain(CellBounds bounds, MinimumDistances distances) {
    this.bounds = bounds;
    this.distances = distances;
  }

  @Override
  public OperatorName name() {
    return OperatorName.STRAIN;
  }

  @Override
  public int parents() {
    return 1;
  }

  @Override
  public Offspring apply(Ancestry ancestry, UniformRandomProvider random) {
    Structure parent = ancestry.parents().get(0);
    ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
    String last = "none tried";
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      double[] e = new double[6];
      for (int i = 0; i < 6; i++) {
        e[i] = DEVIATION * normal.sample() * (i < 3 ? 1 : 0.5);
      }
      double[][] strained = strained(parent.lattice().rows(), e);
      if (Math.abs(determinant(strained)) < 1e-3 * parent.lattice().volume()) {
        continue;
      }
      Lattice cell = Lattice.fromRows(strained).inStandardOrientation().scaledTo(ancestry.volume());
      Structure child = parent.with(cell);
      Optional<String> refused =
          bounds.violation(cell, parent.size()).or(() -> distances.violation(child));
      if (refused.isEmpty()) {
        Draws draws = new Draws().put("attempts", attempt).put("strain", e);
        return new Offspring.Made(child, draws.values());
      }
      last = refused.get();
    }
    return new Offspring.Refused(
        "strain: no child in %d tries, at last: %s".formatted(TRIES, last));
  }

  /** The rows times the symmetric I + e, with e in the order xx yy zz yz xz xy. */
  private static double[][] strained(double[][] rows, double[] e) {
    double[][] s = {{1 + e[0], e[5], e[4]}, {e[5], 1 + e[1], e[3]}, {e[4], e[3], 1 + e[2]}};
    double[][] result = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        for (int k = 0; k < 3; k++) {
          result[i][j] += rows[i][k] * s[k][j];
        }
      }
    }
    return result;
  }

  private static double determinant(double[][] m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }
}
