package org.coesite.calculator.embedded;

import java.util.Locale;
import java.util.Optional;

/** Goes down a crystal surface to a point without forces, by preconditioned quasi-Newton steps. */
final class Descent {

  /** How it ended. */
  enum End {
    /** Forces and stress are below their bounds. */
    RELAXED,
    /** No acceptable step is left, mostly at the edge of a cutoff. */
    STUCK,
    /** The bound on steps or time is reached. */
    EXHAUSTED,
    /** The crystal left its bounds. */
    BROKEN
  }

  /**
   * Where and how it ended.
   *
   * @param point last point
   * @param reason what ended it, with number and limit; empty if relaxed
   * @param violation the bound left, if one was
   */
  record Outcome(End end, Point point, String reason, Optional<Violation> violation) {}

  /** Steps after which the springs are built anew. */
  private static final int REFRESH = 10;

  private static final double LARGEST_RADIUS = 0.3;
  private static final double SMALLEST_RADIUS = 1e-3;

  /** A step that moves a particle this far, Å, is progress. */
  private static final double PROGRESS = 0.01;

  /** Directions without an acceptable point between two steps of progress. */
  private static final int MOST_FAILURES = 3;

  /** How much the energy may rise where a step crosses a cutoff, eV per atom. */
  private static final double JUMP = 0.1;

  /** A lower energy counts as progress from here on, eV per atom. */
  private static final double LEAST_GAIN = 1e-5;

  private final CrystalSurface surface;
  private final SpringModel springs;
  private final Tolerance tolerance;
  private final Journal journal;
  private final LineSearch lineSearch;

  Descent(CrystalSurface surface, SpringModel springs, Tolerance tolerance, Journal journal) {
    this.surface = surface;
    this.springs = springs;
    this.tolerance = tolerance;
    this.journal = journal;
    this.lineSearch = new LineSearch(surface, JUMP * surface.forceField().atoms());
  }

  /** Relaxes from a point whose value is finite. */
  Outcome from(Point start) {
    Point point = start;
    QuasiNewton memory = new QuasiNewton();
    Preconditioner preconditioner = null;
    double radius = LARGEST_RADIUS;
    int failures = 0;
    Progress progress = new Progress(LEAST_GAIN * surface.forceField().atoms());
    for (int step = 0; ; step++) {
      Residual residual = surface.residual(point);
      journal.record(point, residual);
      if (preconditioner == null || step % REFRESH == 0) {
        surface.straighten(point.x());
        Optional<Violation> violation = CrystalBounds.ofShape(surface.lattice(point.x()).compact());
        if (violation.isPresent()) {
          return new Outcome(End.BROKEN, point, violation.get().message(), violation);
        }
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
      if (progress.hasStalled(point.value(), residual.maxForce())) {
        return new Outcome(End.STUCK, point, stuck(residual), Optional.empty());
      }
      double length = surface.largestMove(point.x(), direction);
      if (length > radius) {
        Vectors.scale(direction, radius / length);
      }
      Optional<Point> next = lineSearch.along(direction, point);
      if (next.isEmpty()) {
        failures++;
        if (failures > MOST_FAILURES) {
          return new Outcome(End.STUCK, point, stuck(residual), Optional.empty());
        }
        memory.forget();
        radius = Math.max(SMALLEST_RADIUS, 0.25 * radius);
        continue;
      }
      double[] moved = Vectors.minus(next.get().x(), point.x());
      memory.learn(moved, Vectors.minus(next.get().gradient(), point.gradient()), preconditioner);
      double done = surface.largestMove(point.x(), moved);
      if (done > PROGRESS) {
        failures = 0;
      }
      radius =
          Math.min(LARGEST_RADIUS, done < 0.9 * Math.min(length, radius) ? 2 * done : 1.5 * radius);
      point = next.get();
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
