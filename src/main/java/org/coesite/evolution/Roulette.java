package org.coesite.evolution;

import org.apache.commons.rng.UniformRandomProvider;

/** Draws an index with a probability proportional to its weight. */
final class Roulette {

  private Roulette() {}

  /**
   * One draw.
   *
   * @throws IllegalArgumentException if no weight is positive
   */
  static int draw(double[] weights, UniformRandomProvider random) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    if (!(total > 0)) {
      throw new IllegalArgumentException("no weight is positive: the sum is " + total);
    }
    double point = random.nextDouble() * total;
    int last = 0;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        last = i;
        point -= weights[i];
        if (point < 0) {
          return i;
        }
      }
    }
    return last;
  }
}
