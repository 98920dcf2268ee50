package org.coesite.calculator.embedded;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Search directions from the last steps: limited-memory BFGS on top of a preconditioner.
 *
 * <p>J. Nocedal, Math. Comput. 35, 773 (1980), doi 10.1090/S0025-5718-1980-0572855-7. The initial
 * Hessian is the preconditioner, which may be exchanged at any time; the steps stay valid.
 */
final class QuasiNewton {

  /** Steps that are remembered; of the order of the soft degrees of freedom of small cells. */
  private static final int MEMORY = 60;

  /** A step is kept when the curvature along it is at least this share of the preconditioner's. */
  private static final double LEAST_CURVATURE = 1e-3;

  private record Pair(double[] step, double[] change, double inverseCurvature) {}

  private final Deque<Pair> pairs = new ArrayDeque<>();

  /** Forgets all steps. */
  void forget() {
    pairs.clear();
  }

  /**
   * Learns from a step; one along negative curvature or over a jump of the gradient is left out.
   *
   * @param step how the variables changed
   * @param change how the gradient changed
   */
  void learn(double[] step, double[] change, Preconditioner preconditioner) {
    double curvature = Vectors.dot(step, change);
    double expected = Vectors.dot(step, preconditioner.multiply(step));
    if (!(curvature > LEAST_CURVATURE * expected)) {
      return;
    }
    if (pairs.size() == MEMORY) {
      pairs.removeFirst();
    }
    pairs.addLast(new Pair(step, change, 1 / curvature));
  }

  /** The direction that a quadratic model calls best: minus the inverse Hessian on the gradient. */
  double[] direction(double[] gradient, Preconditioner preconditioner) {
    double[] q = gradient.clone();
    double[] weights = new double[pairs.size()];
    int k = weights.length;
    for (Iterator<Pair> newestFirst = pairs.descendingIterator(); newestFirst.hasNext(); ) {
      Pair pair = newestFirst.next();
      k--;
      weights[k] = pair.inverseCurvature * Vectors.dot(pair.step, q);
      Vectors.add(q, -weights[k], pair.change);
    }
    double[] r = preconditioner.solve(q);
    for (Pair pair : pairs) {
      double weight = pair.inverseCurvature * Vectors.dot(pair.change, r);
      Vectors.add(r, weights[k] - weight, pair.step);
      k++;
    }
    Vectors.scale(r, -1);
    return r;
  }
}
