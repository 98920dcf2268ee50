package org.coesite.evolution;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The operators of a search with their probabilities.
 *
 * @param all operators whose weight is positive
 * @param weights their relative probabilities
 */
record Operators(List<Operator> all, double[] weights) {

  /** Softly mutated structures may be this share of the covalent radii close, as they relax. */
  private static final double SOFT_RATIO = 0.5;

  /** With the distances of random structures nearly all children were copies of a parent. */
  private static final double BOLD = 0.6;

  private static final double LEAST_SHARE = 0.25;
  private static final double SMALLEST_STRAIN = 0.25;

  static Operators of(EvolutionSettings settings) {
    boolean bold = settings.heuristics().boldOperators();
    MinimumDistances distances = distances(settings);
    MinimumDistances loose = MinimumDistances.ofRatio(SOFT_RATIO);
    CellBounds bounds = settings.startCell();
    List<Operator> all =
        List.<Operator>of(
                new CutAndSplice(bounds, distances, bold ? LEAST_SHARE : 0),
                new Strain(bounds, distances, bold ? SMALLEST_STRAIN : 0),
                new SoftMutation(loose),
                new Permutation(loose))
            .stream()
            .filter(operator -> settings.operators().getOrDefault(operator.name(), 0.0) > 0)
            .toList();
    double[] weights =
        all.stream().mapToDouble(operator -> settings.operators().get(operator.name())).toArray();
    return new Operators(all, weights);
  }

  /** How close atoms of a structure may be that is relaxed, but not made at random. */
  static MinimumDistances distances(EvolutionSettings settings) {
    return MinimumDistances.of(settings).scaled(settings.heuristics().boldOperators() ? BOLD : 1);
  }

  /** Draws one of those that need no more than this many parents. */
  Optional<Operator> draw(int parents, Yields yields, UniformRandomProvider random) {
    double[] possible = weights.clone();
    boolean any = false;
    for (int i = 0; i < possible.length; i++) {
      possible[i] *= all.get(i).parents() > parents ? 0 : yields.of(all.get(i).name());
      any |= possible[i] > 0;
    }
    return any ? Optional.of(all.get(Roulette.draw(possible, random))) : Optional.empty();
  }

  Operator named(OperatorName name) {
    return all.stream()
        .filter(operator -> operator.name() == name)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("operator " + name.key() + " is off"));
  }
}
