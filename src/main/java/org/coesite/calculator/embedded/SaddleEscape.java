package org.coesite.calculator.embedded;

import java.util.Optional;
import org.coesite.calculator.Relaxation.StationaryPoint;

/** Looks at the lowest mode of a relaxed crystal and steps off a saddle along it. */
final class SaddleEscape {

  /** Largest moves of a particle along the mode that are tried, Å. */
  private static final double[] STEPS = {0.15, 0.05, 0.02};

  private static final int ESCAPES = 5;

  /** A mode counts as negative below this; above it lies the noise of cutoffs. */
  private static final double NEGATIVE = -0.0015;

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
      Optional<Point> lower = lower(outcome.point());
      if (lower.isEmpty()) {
        return new Result(outcome, StationaryPoint.MINIMUM);
      }
      if (!escape || i == ESCAPES) {
        return new Result(outcome, StationaryPoint.SADDLE);
      }
      outcome = stage.relax(lower.get());
    }
    return new Result(outcome, StationaryPoint.UNKNOWN);
  }

  /** A lower point off a saddle, on the lower side or along the mode; none at a minimum. */
  private Optional<Point> lower(Point point) {
    LowestMode.Mode mode = LowestMode.at(point, surface, stage.springs().at(point.x()));
    if (mode.value() > NEGATIVE) {
      return Optional.empty();
    }
    for (double step : STEPS) {
      double factor = step / surface.largestMove(point.x(), mode.vector());
      Point forth = surface.at(Vectors.along(point.x(), factor, mode.vector()));
      Point back = surface.at(Vectors.along(point.x(), -factor, mode.vector()));
      Point lower = back.value() < forth.value() ? back : forth;
      if (lower.value() < point.value()) {
        return Optional.of(lower);
      }
    }
    return Optional.empty();
  }
}
