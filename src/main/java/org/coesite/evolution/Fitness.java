package org.coesite.evolution;

import java.util.List;

/**
 * How likely structures are to become parents.
 *
 * <p>F = ½ [1 − tanh(2ρ − 1)] with ρ = (E − Emin) / (Emax − Emin), times 1/√(1 + times paired) and
 * 1/√(1 + look-alikes): Vilhelmsen & Hammer, Phys. Rev. Lett. 108, 126101 (2012), doi
 * 10.1103/PhysRevLett.108.126101; Johnston, Dalton Trans. 4193 (2003), doi 10.1039/b305686d.
 */
final class Fitness {

  private Fitness() {}

  /** Fitness of each phase, between 0 and 1; without penalties the lowest has 0.88. */
  static double[] of(List<Phase> pool) {
    double lowest = pool.stream().mapToDouble(Phase::energyPerAtom).min().orElse(0);
    double highest = pool.stream().mapToDouble(Phase::energyPerAtom).max().orElse(0);
    return pool.stream()
        .mapToDouble(phase -> of(phase, relative(phase.energyPerAtom(), lowest, highest)))
        .toArray();
  }

  private static double relative(double energy, double lowest, double highest) {
    return highest > lowest ? (energy - lowest) / (highest - lowest) : 0;
  }

  private static double of(Phase phase, double relative) {
    double lookAlikes = phase.hits() - 1.0;
    return 0.5
        * (1 - Math.tanh(2 * relative - 1))
        / Math.sqrt((1 + phase.timesPaired()) * (1 + lookAlikes));
  }
}
