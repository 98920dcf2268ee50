package org.coesite.calculator.embedded;

import org.coesite.calculator.Relaxation.StationaryPoint;

/** Looks at the lowest mode of a relaxed crystal and steps off a saddle along it. */
final class SaddleEscape {

  /** Largest move of a particle along the mode, Å. */
  private static final double STEP = 0.15;

  private static final int ESCAPES = 5;

  /** A mode counts as negative below this; above it lies the noise of cutoffs. */
  private static final double NEGATIVE = -0.01;

  private final CrystalSurface surface;
  private final Stage stage;

  /**
   * What was found.
   *
   * @param outcome the last descent
   * @param kind what its end is
   */
  record Result(Descent.Outcome outcome, StationaryPoint kind) {}

  SaddleEscape(Stage stage) {
    this.surface = stage.surface();
    this.stage = stage;
  }

  Result from(Descent.Outcome relaxed, boolean escape) {
    Descent.Outcome outcome = relaxed;
    for (int i = 0; outcome.end() == Descent.End.RELAXED; i++) {
      LowestMode.Mode mode =
          LowestMode.at(outcome.point(), surface, stage.springs().at(outcome.point().x()));
      if (mode.value() > NEGATIVE) {
        return new Result(outcome, StationaryPoint.MINIMUM);
      }
      Point off = off(outcome.point(), mode.vector());
      if (!escape || i == ESCAPES || !(off.value() < outcome.point().value())) {
        return new Result(outcome, StationaryPoint.SADDLE);
      }
      outcome = stage.relax(off);
    }
    return new Result(outcome, StationaryPoint.UNKNOWN);
  }

  /** The lower one of the two sides; the one along the mode if they are equal. */
  private Point off(Point point, double[] vector) {
    double factor = STEP / surface.largestMove(point.x(), vector);
    Point forth = surface.at(Vectors.along(point.x(), factor, vector));
    Point back = surface.at(Vectors.along(point.x(), -factor, vector));
    return back.value() < forth.value() ? back : forth;
  }
}
