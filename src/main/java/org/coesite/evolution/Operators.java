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

  static Operators of(EvolutionSettings settings) {
    MinimumDistances distances = MinimumDistances.of(settings);
    MinimumDistances loose = MinimumDistances.ofRatio(SOFT_RATIO);
    CellBounds bounds = settings.startCell();
    List<Operator> all =
        List.<Operator>of(
                new CutAndSplice(bounds, distances),
                new Strain(bounds, distances),
                new SoftMutation(loose),
                new Permutation(loose))
            .stream()
            .filter(operator -> settings.operators().getOrDefault(operator.name(), 0.0) > 0)
            .toList();
    double[] weights =
        all.stream().mapToDouble(operator -> settings.operators().get(operator.name())).toArray();
    return new Operators(all, weights);
  }

  /** Draws one of those that need no more than this many parents. */
  Optional<Operator> draw(int parents, UniformRandomProvider random) {
    double[] possible = weights.clone();
    boolean any = false;
    for (int i = 0; i < possible.length; i++) {
      if (all.get(i).parents() > parents) {
        possible[i] = 0;
      }
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
