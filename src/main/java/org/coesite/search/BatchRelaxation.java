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
import org.coesite.calculator.Workplace;
import org.coesite.evolution.Candidate;
import org.coesite.execution.Placement;
import org.jspecify.annotations.Nullable;

/**
 * Relaxes the structures of a batch, each exactly once as far as the store can tell: one that has a
 * relaxation is not computed again, and a second result for it is not kept.
 */
public final class BatchRelaxation {

  private final SearchStore store;
  private final Map<String, Calculator> calculators;
  private final Workplaces workplaces;
  private final WorkClock clock;

  /** With calculators of different names; the clock counts what they take. */
  public BatchRelaxation(
      SearchStore store, List<Calculator> calculators, Workplaces workplaces, WorkClock clock) {
    this.store = store;
    this.calculators =
        calculators.stream().collect(Collectors.toMap(Calculator::name, Function.identity()));
    this.workplaces = workplaces;
    this.clock = clock;
  }

  /**
   * Relaxes what is left to do of a batch, keeping each result at once. A structure that the
   * calculator refuses has failed, the rest of its batch is relaxed all the same: what becomes of a
   * structure does not depend on the size of batches.
   *
   * @param interrupted asked before each structure; the rest is left when it says so
   * @return whether the whole batch is done
   * @throws CalculatorRefusedException when the batch is done, if the calculator refused a
   *     structure; at once, if there is no such calculator
   */
  public boolean relax(BatchTask task, BooleanSupplier interrupted) {
    SearchSettings settings = store.searches().settings(task.search());
    @Nullable Calculator calculator = calculators.get(settings.screen());
    if (calculator == null) {
      throw new CalculatorRefusedException(
          "there is no calculator '%s'".formatted(settings.screen()));
    }
    @Nullable String refusal = null;
    for (Candidate candidate : candidates(task)) {
      RelaxationKey key =
          RelaxationKey.of(
              candidate, calculator.name(), calculator.version(), settings.relaxation());
      if (!store.relaxations().has(task.search(), key)) {
        if (interrupted.getAsBoolean()) {
          return false;
        }
        Relaxation outcome = relax(task, candidate, calculator, settings, interrupted);
        if (refusal == null
            && outcome instanceof Failed failed
            && failed.reason() == FailureReason.REFUSED) {
          refusal = failed.message();
        }
      }
    }
    if (refusal != null) {
      throw new CalculatorRefusedException(refusal);
    }
    return true;
  }

  private List<Candidate> candidates(BatchTask task) {
    return store.structures().batch(task.search(), task.generation(), task.batch());
  }

  private Relaxation relax(
      BatchTask task,
      Candidate candidate,
      Calculator calculator,
      SearchSettings settings,
      BooleanSupplier interrupted) {
    Workplace workplace =
        workplaces.of(
            task.search(), candidate.id(), calculator.name(), Placement.HERE, interrupted);
    Instant started = Instant.now();
    WorkClock own = new WorkClock();
    Relaxation outcome =
        clock.measure(() -> own.measure(() -> outcome(candidate, calculator, settings, workplace)));
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
    return outcome;
  }

  private static Relaxation outcome(
      Candidate candidate, Calculator calculator, SearchSettings settings, Workplace workplace) {
    try {
      return calculator.relax(candidate.structure(), settings.relaxation(), workplace);
    } catch (IllegalArgumentException refusal) {
      return new Failed(
          FailureReason.REFUSED,
          "%s refuses %s: %s".formatted(calculator.name(), candidate.id(), refusal.getMessage()),
          List.of());
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
    store.events().add(task.search(), "failures in a batch of structures: " + reason);
  }
}
