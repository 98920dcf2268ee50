package org.coesite.forcefield;

/**
 * Sum over all pairs of particles within reach: the terms with a cutoff, and the short-ranged parts
 * of the Ewald sums.
 *
 * <p>For each pair all images are collected first, then each function is summed over them in one
 * go, then the vectors are put together: plain loops are what the compiler is good at.
 */
final class PairSum {

  private static final double LOWEST = 1.0 / 64;
  private static final double HIGHEST = EwaldSplitting.REACH * EwaldSplitting.REACH;
  private static final RadialTable COULOMB = new RadialTable(EwaldKernel.COULOMB, LOWEST, HIGHEST);
  private static final RadialTable DISPERSION =
      new RadialTable(EwaldKernel.DISPERSION, LOWEST, HIGHEST);

  private final Particles particles;
  private final PairInteraction[][] interactions;
  private final Accumulator sum;
  private final Images images = new Images();

  PairSum(Particles particles, PairInteraction[][] interactions, Accumulator sum) {
    this.particles = particles;
    this.interactions = interactions;
    this.sum = sum;
  }

  /** Adds the energy in eV and its derivatives. */
  void add(Configuration at, EwaldSplitting ewald) {
    for (int i = 0; i < particles.count(); i++) {
      for (int j = i; j < particles.count(); j++) {
        addPair(at, ewald, interactions[particles.typeOf(i)][particles.typeOf(j)], i, j);
      }
    }
  }

  private void addPair(
      Configuration at, EwaldSplitting ewald, PairInteraction interaction, int i, int j) {
    double squaredReal = interaction.isLongRanged() ? ewald.realCutoff() * ewald.realCutoff() : 0;
    double squaredCutoff = interaction.squaredCutoff();
    boolean oneIon = particles.coreOf(i) == particles.coreOf(j);
    images.find(at, i, j, Math.max(squaredReal, squaredCutoff), oneIon);
    double alpha = ewald.alpha();
    double alpha2 = alpha * alpha;
    double energy = 0;
    if (interaction.table() != null) {
      energy += interaction.table().sum(images, squaredCutoff, 1, 1);
    }
    if (interaction.charges() != 0) {
      energy += COULOMB.sum(images, squaredReal, interaction.charges() * alpha, alpha2);
    }
    if (interaction.dispersion() != 0) {
      double factor = -interaction.dispersion() * alpha2 * alpha2 * alpha2;
      energy += DISPERSION.sum(images, squaredReal, factor, alpha2);
    }
    // An image of a particle at itself is met from both sides.
    double weight = i == j ? 0.5 : 1;
    sum.energy += weight * energy;
    addVectors(i, j, 2 * weight);
  }

  private void addVectors(int i, int j, double weight) {
    double fx = 0;
    double fy = 0;
    double fz = 0;
    double xx = 0;
    double yy = 0;
    double zz = 0;
    double xy = 0;
    double xz = 0;
    double yz = 0;
    for (int k = 0; k < images.count(); k++) {
      double x = images.x[k];
      double y = images.y[k];
      double z = images.z[k];
      double px = images.slope[k] * x;
      double py = images.slope[k] * y;
      double pz = images.slope[k] * z;
      fx += px;
      fy += py;
      fz += pz;
      xx += px * x;
      yy += py * y;
      zz += pz * z;
      xy += px * y;
      xz += px * z;
      yz += py * z;
    }
    if (i != j) {
      sum.push(i, -weight * fx, -weight * fy, -weight * fz);
      sum.push(j, weight * fx, weight * fy, weight * fz);
    }
    sum.strain[0] += weight * xx;
    sum.strain[1] += weight * yy;
    sum.strain[2] += weight * zz;
    sum.strain[3] += weight * xy;
    sum.strain[4] += weight * xz;
    sum.strain[5] += weight * yz;
  }
}
