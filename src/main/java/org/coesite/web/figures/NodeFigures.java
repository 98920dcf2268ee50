package org.coesite.web.figures;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.search.RelaxationRecord;
import org.coesite.search.SearchFigures;

/** What this process did since it began; those of several nodes add up. */
final class NodeFigures {

  /** From a fast potential to a run of days, s. */
  private static final double[] BOUNDS = {
    0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 60, 300, 1800, 3600, 21_600, 86_400
  };

  private final Counter relaxations;
  private final Histogram durations;

  NodeFigures(PrometheusRegistry registry, SearchFigures figures) {
    relaxations =
        Counter.builder()
            .name("coesite_relaxations")
            .help(
                "Attempts at relaxations that this node kept, its own and those of workers that"
                    + " report to it")
            .labelNames("calculator", "outcome", "reason")
            .register(registry);
    durations =
        Histogram.builder()
            .name("coesite_relaxation_duration_seconds")
            .help("Time on the clock of each of these attempts")
            .labelNames("calculator")
            .classicOnly()
            .classicUpperBounds(BOUNDS)
            .register(registry);
    GaugeWithCallback.builder()
        .name("coesite_relaxations_at_work")
        .help("Relaxations that this node computes now")
        .callback(callback -> callback.call(figures.atWork()))
        .register(registry);
    CounterWithCallback.builder()
        .name("coesite_science_cpu_seconds")
        .help("CPU time of calculators and of the genetic algorithm in this process")
        .callback(callback -> callback.call(figures.scienceCpu().toNanos() * 1e-9))
        .register(registry);
    figures.onKept(this::count);
  }

  private void count(RelaxationRecord attempt) {
    relaxations
        .labelValues(attempt.calculator(), outcome(attempt), reason(attempt.failure()))
        .inc();
    durations
        .labelValues(attempt.calculator())
        .observe(Duration.between(attempt.started(), attempt.ended()).toNanos() * 1e-9);
  }

  private static String outcome(RelaxationRecord attempt) {
    if (attempt.outcome() instanceof Converged) {
      return "converged";
    }
    return attempt.outcome() instanceof NotConverged ? "not_converged" : "failed";
  }

  private static String reason(Optional<FailureReason> failure) {
    return failure.map(reason -> reason.name().toLowerCase(Locale.ROOT)).orElse("none");
  }
}
