package org.coesite.evolution;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/**
 * Strains the cell by the symmetric I + e with normal random components of e, atoms going along.
 *
 * <p>Glass, Oganov & Hansen, Comput. Phys. Commun. 175, 713 (2006), doi 10.1016/j.cpc.2006.07.020,
 * with the standard deviation 0.7 of Van den Bossche et al., J. Chem. Theory Comput. 14, 2797
 * (2018), doi 10.1021/acs.jctc.8b00039; off-diagonal components have half of it.
 */
final class Strain implements Operator {

  private static final int TRIES = 1000;
  private static final double DEVIATION = 0.7;

  /** Smallest factor on the volume before it is restored: below it rounding spoils the shape. */
  private static final double FLATTEST = 1e-3;

  private final CellBounds bounds;
  private final MinimumDistances distances;
  private final double smallest;

  /**
   * Strains into cells within bounds.
   *
   * @param smallest what the largest component of a strain has to be at least: a child that was
   *     hardly strained relaxes to its parent
   */
  Strain(CellBounds bounds, MinimumDistances distances, double smallest) {
    this.bounds = bounds;
    this.distances = distances;
    this.smallest = smallest;
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
      if (smallest > 0 && largest(e) < smallest) {
        continue;
      }
      Vector3 x = new Vector3(1 + e[0], e[5], e[4]);
      Vector3 y = new Vector3(e[5], 1 + e[1], e[3]);
      Vector3 z = new Vector3(e[4], e[3], 1 + e[2]);
      if (Math.abs(x.dot(y.cross(z))) < FLATTEST) {
        continue;
      }
      UnaryOperator<Vector3> strain = v -> new Vector3(v.dot(x), v.dot(y), v.dot(z));
      Lattice old = parent.lattice();
      Lattice cell =
          new Lattice(strain.apply(old.a()), strain.apply(old.b()), strain.apply(old.c()))
              .inStandardOrientation()
              .scaledTo(ancestry.volume());
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

  /** Without dilation, which the volume takes back. */
  private static double largest(double[] e) {
    double dilation = (e[0] + e[1] + e[2]) / 3;
    return IntStream.range(0, e.length)
        .mapToDouble(i -> Math.abs(i < 3 ? e[i] - dilation : e[i]))
        .max()
        .orElse(0);
  }
}
