package org.coesite.forcefield;

import org.jspecify.annotations.Nullable;

/**
 * Sum over all pairs of particles within reach: the terms with a cutoff, and the short-ranged parts
 * of the Ewald sums.
 *
 * <p>On a line of images only x changes, so an image costs a squared distance and its interactions;
 * the vectors are put together once per line.
 */
final class PairSum implements ImageLines.Visitor {

  private static final double LOWEST = 1.0 / 64;
  private static final double HIGHEST = EwaldSplitting.REACH * EwaldSplitting.REACH;
  private static final RadialTable COULOMB = new RadialTable(EwaldKernel.COULOMB, LOWEST, HIGHEST);
  private static final RadialTable DISPERSION =
      new RadialTable(EwaldKernel.DISPERSION, LOWEST, HIGHEST);

  private final Particles particles;
  private final PairInteraction[][] interactions;
  private final Accumulator sum;

  // The pair of particles whose images are being visited.
  private int i;
  private int j;
  private boolean oneIon;
  private double step;
  private @Nullable RadialTable table;
  private double squaredCutoff;
  private double squaredReal;
  private double alpha2;
  private double charges;
  private double dispersion;

  PairSum(Particles particles, PairInteraction[][] interactions, Accumulator sum) {
    this.particles = particles;
    this.interactions = interactions;
    this.sum = sum;
  }

  /** Adds the energy in eV and its derivatives. */
  void add(Configuration at, EwaldSplitting ewald) {
    step = at.cell.wx;
    alpha2 = ewald.alpha() * ewald.alpha();
    for (i = 0; i < particles.count(); i++) {
      for (j = i; j < particles.count(); j++) {
        PairInteraction interaction = interactions[particles.typeOf(i)][particles.typeOf(j)];
        oneIon = particles.coreOf(i) == particles.coreOf(j);
        table = interaction.table();
        squaredCutoff = interaction.squaredCutoff();
        charges = interaction.charges() * ewald.alpha();
        dispersion = -interaction.dispersion() * alpha2 * alpha2 * alpha2;
        squaredReal = charges == 0 && dispersion == 0 ? 0 : ewald.realCutoff() * ewald.realCutoff();
        ImageLines.visit(at, i, j, Math.max(squaredReal, squaredCutoff), this);
      }
    }
  }

  @Override
  public void visit(double x0, double y, double z, int first, int last, boolean throughNearest) {
    boolean skipsNearest = oneIon && throughNearest;
    double h = y * y + z * z;
    double energy = 0;
    double f0 = 0;
    double f1 = 0;
    double f2 = 0;
    for (int n = first; n <= last; n++) {
      if (skipsNearest && n == 0) {
        continue;
      }
      double x = x0 + n * step;
      double r2 = x * x + h;
      double slope = 0;
      if (r2 < squaredCutoff) {
        int offset = table.offset(r2);
        if (offset >= 0) {
          double t = RadialTable.position(r2);
          energy += table.value(offset, t);
          slope += table.slope(offset, t);
        } else {
          energy += table.function().value(r2);
          slope += table.function().slope(r2);
        }
      }
      if (r2 < squaredReal) {
        double w = alpha2 * r2;
        int offset = COULOMB.offset(w);
        if (offset >= 0) {
          double t = RadialTable.position(w);
          energy += charges * COULOMB.value(offset, t);
          slope += charges * alpha2 * COULOMB.slope(offset, t);
          if (dispersion != 0) {
            energy += dispersion * DISPERSION.value(offset, t);
            slope += dispersion * alpha2 * DISPERSION.slope(offset, t);
          }
        } else {
          energy += charges * EwaldKernel.COULOMB.value(w);
          slope += charges * alpha2 * EwaldKernel.COULOMB.slope(w);
          if (dispersion != 0) {
            energy += dispersion * EwaldKernel.DISPERSION.value(w);
            slope += dispersion * alpha2 * EwaldKernel.DISPERSION.slope(w);
          }
        }
      }
      f0 += slope;
      f1 += slope * x;
      f2 += slope * x * x;
    }
    addLine(energy, f0, f1, f2, y, z);
  }

  /**
   * Slopes are by the squared distance; an image of a particle at itself is met from both sides.
   */
  private void addLine(double energy, double f0, double f1, double f2, double y, double z) {
    double weight = i == j ? 0.5 : 1;
    double twice = 2 * weight;
    sum.energy += weight * energy;
    if (i != j) {
      sum.push(i, -twice * f1, -twice * f0 * y, -twice * f0 * z);
      sum.push(j, twice * f1, twice * f0 * y, twice * f0 * z);
    }
    double[] strain = sum.strain;
    strain[0] += twice * f2;
    strain[1] += twice * f0 * y * y;
    strain[2] += twice * f0 * z * z;
    strain[3] += twice * f1 * y;
    strain[4] += twice * f1 * z;
    strain[5] += twice * f0 * y * z;
  }
}
