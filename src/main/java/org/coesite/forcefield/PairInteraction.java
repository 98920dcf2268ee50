package org.coesite.forcefield;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that acts between two kinds of particles along their distance.
 *
 * @param charges product of the charges times Coulomb's constant, eV Å
 * @param dispersion the C that the Ewald sum takes of −C/r⁶, eV Å⁶; 0 when it is truncated instead
 * @param table the terms with a cutoff over the squared distance; null if there is none
 * @param squaredCutoff squared cutoff of these terms, Å²; 0 if there is none
 */
record PairInteraction(
    double charges, double dispersion, @Nullable RadialTable table, double squaredCutoff) {

  /** Squared distance below which the terms are evaluated without a table, Å². */
  private static final double TABLE_START = 0.25;

  /** Whether an Ewald sum has to do with it. */
  boolean isLongRanged() {
    return charges != 0 || dispersion != 0;
  }

  /** The interactions between all kinds of particle, by their numbers; symmetric. */
  static PairInteraction[][] matrix(Potential potential, List<ParticleType> types) {
    PairInteraction[][] matrix = new PairInteraction[types.size()][types.size()];
    for (int s = 0; s < types.size(); s++) {
      for (int t = 0; t <= s; t++) {
        matrix[s][t] = of(potential, types.get(s), types.get(t));
        matrix[t][s] = matrix[s][t];
      }
    }
    return matrix;
  }

  private static PairInteraction of(Potential potential, ParticleType first, ParticleType second) {
    double charges = ForceField.COULOMB * potential.chargeOf(first) * potential.chargeOf(second);
    List<PairTerm> terms =
        potential.pairTerms().stream().filter(term -> term.actsOn(first, second)).toList();
    if (terms.isEmpty()) {
      return new PairInteraction(charges, 0, null, 0);
    }
    boolean truncated = potential.dispersionSum() == DispersionSum.TRUNCATED;
    double dispersion = terms.stream().mapToDouble(PairTerm::dispersion).sum();
    double cutoff = terms.get(0).cutoff();
    RadialFunction sum = new TermSum(terms, truncated ? dispersion : 0);
    double squaredCutoff = cutoff * cutoff;
    RadialTable table = new RadialTable(sum, TABLE_START, squaredCutoff);
    return new PairInteraction(charges, truncated ? 0 : dispersion, table, squaredCutoff);
  }

  /**
   * Several terms between the same kinds of particles with one cutoff, over the squared distance.
   */
  private record TermSum(List<PairTerm> terms, double dispersion) implements RadialFunction {
    @Override
    public double value(double x) {
      double sum = -dispersion / (x * x * x);
      for (PairTerm term : terms) {
        sum += term.repulsion(x);
      }
      return sum;
    }

    @Override
    public double slope(double x) {
      double sum = 3 * dispersion / (x * x * x * x);
      for (PairTerm term : terms) {
        sum += term.repulsionSlope(x);
      }
      return sum;
    }
  }
}
