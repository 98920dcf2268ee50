package org.coesite.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Structure;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next attempt at a relaxation and keeps what came out: a converged one as the result,
 * any other as a failed attempt that the failure policy is to decide on.
 */
public final class RelaxationAttempt {

  private final SearchStore store;
  private final Map<String, Calculator> calculators;
  private final Workplaces workplaces;
  private final WorkClock clock;

  /** With calculators of different names; the clock counts what they take in this process. */
  public RelaxationAttempt(
      SearchStore store, List<Calculator> calculators, Workplaces workplaces, WorkClock clock) {
    this.store = store;
    this.calculators =
        calculators.stream().collect(Collectors.toMap(Calculator::name, Function.identity()));
    this.workplaces = workplaces;
    this.clock = clock;
  }

  /**
   * Makes the next attempt, unless the relaxation has its result or its last failure waits for a
   * decision.
   *
   * @param on the calculator of the task at hand; an attempt for another one is left to its worker
   * @param interrupted whether to end soon and keep nothing
   * @return whether there was nothing to do or it is done; false if it was interrupted
   * @throws CalculatorRefusedException if there is no such calculator
   */
  public boolean make(RelaxationJob job, String on, Worker worker, BooleanSupplier interrupted) {
    if (store.relaxations().has(job.search(), job.structure(), job.purpose())) {
      return true;
    }
    List<Attempt> failed = store.attempts().of(job.search(), job.structure(), job.purpose());
    if (failed.stream().anyMatch(attempt -> attempt.decision().isEmpty())) {
      return true;
    }
    AttemptPlan plan = AttemptPlan.of(job, failed);
    if (!plan.calculator().equals(on)) {
      return true;
    }
    if (interrupted.getAsBoolean()) {
      return false;
    }
    RelaxationRecord attempt = attempt(job, plan, worker, interrupted);
    Optional<FailureReason> failure = attempt.failure();
    if (failure.isEmpty()) {
      store.relaxations().record(attempt);
    } else if (failure.get() == FailureReason.INTERRUPTED) {
      return false;
    } else {
      store.attempts().add(attempt);
    }
    return true;
  }

  private RelaxationRecord attempt(
      RelaxationJob job, AttemptPlan plan, Worker worker, BooleanSupplier interrupted) {
    @Nullable Calculator calculator = calculators.get(plan.calculator());
    if (calculator == null) {
      throw new CalculatorRefusedException(
          "there is no calculator '%s'".formatted(plan.calculator()));
    }
    Workplace workplace =
        workplaces.of(
            job.search(),
            job.structure() + "-" + job.purpose().key() + plan.suffix(),
            plan.calculator(),
            job.placement(),
            interrupted);
    Instant started = Instant.now();
    WorkClock own = new WorkClock();
    Relaxation outcome =
        clock.measure(() -> own.measure(() -> outcome(job, plan, calculator, workplace)));
    return new RelaxationRecord(
        job.search(),
        job.structure(),
        job.purpose(),
        plan.start(),
        calculator.name(),
        calculator.version(),
        job.settings(),
        worker,
        plan.number(),
        started,
        Instant.now(),
        own.total(),
        outcome);
  }

  private static Relaxation outcome(
      RelaxationJob job, AttemptPlan plan, Calculator calculator, Workplace workplace) {
    try {
      Structure start = plan.start();
      if (plan.looserFirst()) {
        start =
            structure(
                calculator.relax(start, calculator.loosened(job.settings()), workplace.loose()),
                start);
      }
      return calculator.relax(start, job.settings(), workplace);
    } catch (IllegalArgumentException refusal) {
      return new Failed(
          FailureReason.REFUSED,
          "%s refuses %s: %s".formatted(calculator.name(), job.structure(), refusal.getMessage()),
          List.of());
    }
  }

  private static Structure structure(Relaxation outcome, Structure otherwise) {
    if (outcome instanceof Converged converged) {
      return converged.structure();
    }
    return outcome instanceof NotConverged stuck ? stuck.structure() : otherwise;
  }
}
