package org.coesite.calculator.embedded;

import java.util.Optional;

/**
 * Finds an acceptable point along a direction.
 *
 * <p>A point is accepted when it is lower in the sense of Armijo, or when the slope along the
 * direction says so: it is not steeper up than it was down, and the value rose by no more than a
 * jump. The second test is the approximate Wolfe condition of W. W. Hager and H. Zhang, SIAM J.
 * Optim. 16, 170 (2005), doi 10.1137/030601880; here it also lets the path cross cutoffs, where the
 * energy jumps while the slopes on both sides agree.
 */
final class LineSearch {

  private static final double ARMIJO = 1e-3;
  private static final double STEEPEST_RISE = 0.6;
  private static final int TRIES = 8;

  private final Surface surface;
  private final double jump;

  /**
   * A search on a surface.
   *
   * @param jump how much the value may rise at a step whose slope is right, eV
   */
  LineSearch(Surface surface, double jump) {
    this.surface = surface;
    this.jump = jump;
  }

  /**
   * Looks at the whole direction first and then at ever shorter parts.
   *
   * @param direction a direction in which the value falls at the start
   * @return the accepted point, or none after several tries
   */
  Optional<Point> along(double[] direction, Point start) {
    double slope = Vectors.dot(direction, start.gradient());
    double factor = 1;
    for (int i = 0; i < TRIES; i++) {
      Point trial = surface.at(Vectors.along(start.x(), factor, direction));
      double shorter = 0.3;
      if (trial.isFinite()) {
        double rise = trial.value() - start.value();
        double there = Vectors.dot(direction, trial.gradient());
        boolean lower = rise <= ARMIJO * factor * slope;
        boolean rightSlope = there <= -STEEPEST_RISE * slope && rise <= jump;
        if (lower || rightSlope) {
          return Optional.of(trial);
        }
        if (there > 0) {
          shorter = Math.min(0.5, Math.max(0.1, slope / (slope - there)));
        }
      }
      factor *= shorter;
    }
    return Optional.empty();
  }
}
