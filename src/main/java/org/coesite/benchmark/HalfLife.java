package org.coesite.benchmark;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The half-life of the mean lowest energy, in structures: the fit H(i) = (H_random − H_min) exp(a
 * i^b) + H_min to the mean lowest energy of many searches, i structures after the first, solved for
 * ½; the first is counted.
 *
 * <p>Lonie & Zurek, Comput. Phys. Commun. 182, 372 (2011), doi 10.1016/j.cpc.2010.07.048, section
 * 4, after Hartke. Other than there, the fit is linear in the logarithms, ln(−ln(share left)) =
 * ln(−a) + b ln i, with the share as weight.
 */
final class HalfLife {

  /** Shares below this are noise of a few searches. */
  private static final double LEAST = 0.01;

  private static final int FEWEST = 3;

  private HalfLife() {}

  /**
   * The half-life; empty where fewer than three means lie between start and end.
   *
   * @param lowest mean lowest energy after each structure, the first one after the first
   * @param end energy of the answer
   */
  static OptionalDouble of(List<Double> lowest, double end) {
    double random = lowest.isEmpty() ? Double.NaN : lowest.get(0) - end;
    int points = 0;
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (int i = 1; i < lowest.size(); i++) {
      double left = (lowest.get(i) - end) / random;
      if (left > LEAST && left < 1 - LEAST) {
        points++;
        double weight = left;
        double u = Math.log(i);
        double v = Math.log(-Math.log(left));
        n += weight;
        x += weight * u;
        y += weight * v;
        xx += weight * u * u;
        xy += weight * u * v;
      }
    }
    double scatter = n * xx - x * x;
    if (points < FEWEST || !(scatter > 0)) {
      return OptionalDouble.empty();
    }
    double b = (n * xy - x * y) / scatter;
    double rate = Math.exp((y - b * x) / n);
    double half = Math.pow(Math.log(2) / rate, 1 / b);
    return b > 0 && Double.isFinite(half) ? OptionalDouble.of(1 + half) : OptionalDouble.empty();
  }
}
