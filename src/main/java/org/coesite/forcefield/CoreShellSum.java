package org.coesite.forcefield;

import org.coesite.forcefield.Ion.Shell;

/**
 * Springs between cores and their shells, and what the reciprocal Coulomb sum wrongly holds of
 * these pairs: core and shell of one ion do not see each other's charge.
 */
final class CoreShellSum {

  private final Particles particles;
  private final Accumulator sum;
  private final double[] springs;
  private final double[] charges;

  CoreShellSum(Potential potential, Particles particles, Accumulator sum) {
    this.particles = particles;
    this.sum = sum;
    int shells = particles.count() - particles.atoms();
    this.springs = new double[shells];
    this.charges = new double[shells];
    for (int i = 0; i < shells; i++) {
      Ion ion = potential.ion(particles.element(particles.coreOf(particles.atoms() + i)));
      Shell shell = ion.shell().orElseThrow();
      springs[i] = shell.spring();
      charges[i] = ForceField.COULOMB * ion.coreCharge() * shell.charge();
    }
  }

  /** Adds the energy in eV and its derivatives. */
  void add(Configuration at, EwaldSplitting ewald) {
    TriangularCell cell = at.cell;
    double alpha = ewald.alpha();
    for (int i = 0; i < springs.length; i++) {
      int shell = particles.atoms() + i;
      int core = particles.coreOf(shell);
      double du = at.u[shell] - at.u[core];
      double dv = at.v[shell] - at.v[core];
      double dw = at.w[shell] - at.w[core];
      du -= Math.rint(du);
      dv -= Math.rint(dv);
      dw -= Math.rint(dw);
      double x = du * cell.ux + dv * cell.vx + dw * cell.wx;
      double y = du * cell.uy + dv * cell.vy;
      double z = du * cell.uz;
      double r2 = x * x + y * y + z * z;
      double w = alpha * alpha * r2;
      sum.energy += 0.5 * springs[i] * r2 - charges[i] * alpha * EwaldKernel.SCREENED.value(w);
      double slope = 2 * charges[i] * alpha * alpha * alpha * EwaldKernel.SCREENED.slope(w);
      sum.addPair(core, shell, springs[i] - slope, x, y, z);
    }
  }
}
