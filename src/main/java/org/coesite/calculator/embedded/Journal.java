package org.coesite.calculator.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.IonicStep;

/** The ionic steps of a relaxation so far, and its bounds on steps and time. */
final class Journal {

  private final int maxSteps;
  private final Duration maxTime;
  private final long begin = System.nanoTime();
  private final List<IonicStep> steps = new ArrayList<>();

  Journal(int maxSteps, Duration maxTime) {
    this.maxSteps = maxSteps;
    this.maxTime = maxTime;
  }

  void record(Point point, Residual residual) {
    steps.add(new IonicStep(steps.size(), point.value(), residual.maxForce(), residual.volume()));
  }

  List<IonicStep> steps() {
    return List.copyOf(steps);
  }

  /** Which bound is used up, once one is. */
  FailureReason bound() {
    return steps.size() > maxSteps ? FailureReason.STEPS_SPENT : FailureReason.TIME_SPENT;
  }

  /** The bound that is used up, with the number and the limit. */
  Optional<String> exhausted() {
    // The first entry is the start, not a step.
    if (steps.size() > maxSteps) {
      return Optional.of("%d steps, limit %d".formatted(steps.size() - 1, maxSteps));
    }
    long used = System.nanoTime() - begin;
    if (used > maxTime.toNanos()) {
      return Optional.of(
          String.format(
              Locale.ROOT, "%.1f s, limit %.1f s", used * 1e-9, maxTime.toNanos() * 1e-9));
    }
    return Optional.empty();
  }
}
