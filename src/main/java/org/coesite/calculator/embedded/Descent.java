package org.coesite.calculator.embedded;

import java.util.Locale;
import java.util.Optional;

/**
 * One way down a crystal surface to a point without forces, by preconditioned quasi-Newton steps of
 * limited length.
 */
final class Descent {

  /** How it ended. */
  enum End {
    /** Forces and stress are below their bounds. */
    RELAXED,
    /** No acceptable step is left: at the edge of a cutoff, or of the bounds of the crystal. */
    STUCK,
    /** The bound on steps or time is reached. */
    EXHAUSTED
  }

  /**
   * Where and how it ended.
   *
   * @param point last point
   * @param reason what ended it, with number and limit; empty if relaxed
   * @param violation the bound in the way of the next step, if one was
   */
  record Outcome(End end, Point point, String reason, Optional<Violation> violation) {}

  /** Steps after which the springs are built anew. */
  private static final int REFRESH = 10;

  /** Largest move of a particle in one step, Å. */
  private static final double LARGEST_RADIUS = 0.3;

  private static final double SMALLEST_RADIUS = 1e-3;

  /** How much the energy may rise where a step crosses a cutoff, eV per atom. */
  private static final double JUMP = 1;

  /** A lower energy counts as progress from here on, eV per atom. */
  private static final double LEAST_GAIN = 1e-5;

  /** A step shorter than this share of what was wanted is a failure. */
  private static final double SHORTEST = 0.02;

  private static final int MOST_FAILURES = 3;

  private final CrystalSurface surface;
  private final SpringModel springs;
  private final Tolerance tolerance;
  private final Journal journal;
  private final LineSearch lineSearch;
  private final Progress progress;
  private final QuasiNewton memory = new QuasiNewton();
  private double radius = LARGEST_RADIUS;
  private int failures;

  Descent(CrystalSurface surface, SpringModel springs, Tolerance tolerance, Journal journal) {
    int atoms = surface.forceField().atoms();
    this.surface = surface;
    this.springs = springs;
    this.tolerance = tolerance;
    this.journal = journal;
    this.lineSearch = new LineSearch(surface, JUMP * atoms);
    this.progress = new Progress(LEAST_GAIN * atoms);
  }

  /** Relaxes from a point whose value is finite. */
  Outcome from(Point start) {
    Point point = start;
    Residual residual = surface.residual(point);
    journal.record(point, residual);
    Preconditioner preconditioner = springs.at(point.x());
    for (int step = 1; ; step++) {
      if (step % REFRESH == 0) {
        surface.straighten(point.x());
        preconditioner = springs.at(point.x());
      }
      double[] direction = memory.direction(point.gradient(), preconditioner);
      double gain = -0.5 * Vectors.dot(direction, point.gradient());
      if (tolerance.holds(residual, gain)) {
        return new Outcome(End.RELAXED, point, "", Optional.empty());
      }
      Optional<String> exhausted = journal.exhausted();
      if (exhausted.isPresent()) {
        return new Outcome(End.EXHAUSTED, point, exhausted.get(), Optional.empty());
      }
      double wanted = Math.min(LARGEST_RADIUS, surface.largestMove(point.x(), direction));
      if (wanted > radius) {
        Vectors.scale(direction, radius / surface.largestMove(point.x(), direction));
      }
      Optional<Point> next = lineSearch.along(direction, point);
      double done = 0;
      if (next.isPresent()) {
        double[] moved = Vectors.minus(next.get().x(), point.x());
        double[] change = Vectors.minus(next.get().gradient(), point.gradient());
        memory.learn(moved, change, preconditioner);
        done = surface.largestMove(point.x(), moved);
        point = next.get();
        residual = surface.residual(point);
        journal.record(point, residual);
      }
      adapt(wanted, done);
      if (failures > MOST_FAILURES || progress.hasStalled(point.value(), residual.maxForce())) {
        Optional<Violation> violation = surface.violation(Vectors.along(point.x(), 1, direction));
        return new Outcome(End.STUCK, point, stuck(residual), violation);
      }
    }
  }

  /** Longer steps after good ones, shorter ones and a fresh memory after failures, in Å. */
  private void adapt(double wanted, double done) {
    if (done < SHORTEST * wanted) {
      failures++;
      memory.forget();
      radius = Math.max(SMALLEST_RADIUS, 0.25 * radius);
    } else {
      failures = 0;
      boolean whole = done > 0.9 * Math.min(wanted, radius);
      radius = Math.min(LARGEST_RADIUS, whole ? 1.5 * radius : 2 * done);
    }
  }

  private String stuck(Residual residual) {
    return String.format(
        Locale.ROOT,
        "stuck: largest force %.4f eV/Å, limit %.4f eV/Å; stress %.3f GPa, limit %.3f GPa",
        residual.maxForce(),
        tolerance.force(),
        residual.maxStress(),
        tolerance.stress());
  }
}
