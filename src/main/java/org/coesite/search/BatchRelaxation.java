package org.coesite.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.evolution.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Relaxes the structures of a batch, each exactly once as far as the store can tell: one that has a
 * relaxation is not computed again, and a second result for it is not kept.
 */
public final class BatchRelaxation {

  private final SearchStore store;
  private final Map<String, Calculator> calculators;
  private final WorkClock clock;

  /** With calculators of different names; the clock counts what they take. */
  public BatchRelaxation(SearchStore store, List<Calculator> calculators, WorkClock clock) {
    this.store = store;
    this.calculators =
        calculators.stream().collect(Collectors.toMap(Calculator::name, Function.identity()));
    this.clock = clock;
  }

  /**
   * Relaxes what is left to do of a batch, keeping each result at once.
   *
   * @param interrupted asked before each structure; the rest is left when it says so
   * @return whether the whole batch is done
   * @throws CalculatorRefusedException if the calculator says that the input is not for it
   */
  public boolean relax(BatchTask task, BooleanSupplier interrupted) {
    SearchSettings settings = store.searches().settings(task.search());
    @Nullable Calculator calculator = calculators.get(settings.screen());
    if (calculator == null) {
      throw new CalculatorRefusedException(
          "there is no calculator '%s'".formatted(settings.screen()));
    }
    for (Candidate candidate : candidates(task)) {
      RelaxationKey key =
          RelaxationKey.of(
              candidate, calculator.name(), calculator.version(), settings.relaxation());
      if (!store.relaxations().has(task.search(), key)) {
        if (interrupted.getAsBoolean()) {
          return false;
        }
        relax(task, candidate, calculator, settings);
      }
    }
    return true;
  }

  private List<Candidate> candidates(BatchTask task) {
    return store.structures().batch(task.search(), task.generation(), task.batch());
  }

  private void relax(
      BatchTask task, Candidate candidate, Calculator calculator, SearchSettings settings) {
    Instant started = Instant.now();
    WorkClock own = new WorkClock();
    Relaxation outcome =
        clock.measure(() -> own.measure(() -> outcome(candidate, calculator, settings)));
    store
        .relaxations()
        .record(
            new RelaxationRecord(
                task,
                candidate,
                calculator.name(),
                calculator.version(),
                settings.relaxation(),
                started,
                Instant.now(),
                own.total(),
                outcome));
  }

  private static Relaxation outcome(
      Candidate candidate, Calculator calculator, SearchSettings settings) {
    try {
      return calculator.relax(candidate.structure(), settings.relaxation());
    } catch (IllegalArgumentException refusal) {
      throw new CalculatorRefusedException(
          "%s refuses %s: %s".formatted(calculator.name(), candidate.id(), refusal.getMessage()),
          refusal);
    }
  }

  /** Keeps a failed relaxation with a reason for each structure of a batch that has none. */
  public void recordFailures(BatchTask task, String reason) {
    SearchSettings settings = store.searches().settings(task.search());
    for (Candidate candidate : candidates(task)) {
      if (store.relaxations().of(task.search(), candidate.id()).isEmpty()) {
        Instant now = Instant.now();
        store
            .relaxations()
            .record(
                new RelaxationRecord(
                    task,
                    candidate,
                    settings.screen(),
                    "none",
                    settings.relaxation(),
                    now,
                    now,
                    Duration.ZERO,
                    new Failed(FailureReason.REFUSED, reason, List.of())));
      }
    }
    store.events().add(task.search(), "a batch of structures failed: " + reason);
  }
}
