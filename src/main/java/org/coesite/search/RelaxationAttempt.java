package org.coesite.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** Makes attempts at relaxations; needs calculators and a place to work, and no store. */
public final class RelaxationAttempt {

  private final Map<String, Calculator> calculators;
  private final Workplaces workplaces;
  private final WorkClock clock;

  /** With calculators of different names; the clock counts what they take in this process. */
  public RelaxationAttempt(List<Calculator> calculators, Workplaces workplaces, WorkClock clock) {
    this.calculators =
        calculators.stream().collect(Collectors.toMap(Calculator::name, Function.identity()));
    this.workplaces = workplaces;
    this.clock = clock;
  }

  /**
   * Makes an attempt.
   *
   * @param interrupted whether to end soon, with a failure for this reason
   * @throws CalculatorRefusedException if there is no such calculator
   */
  public RelaxationRecord make(AttemptOrder order, Worker worker, BooleanSupplier interrupted) {
    RelaxationJob job = order.job();
    AttemptPlan plan = order.plan();
    @Nullable Calculator calculator = calculators.get(plan.calculator());
    if (calculator == null) {
      throw new CalculatorRefusedException(
          "there is no calculator '%s'".formatted(plan.calculator()));
    }
    Workplace workplace =
        workplaces.of(
            job.search(),
            Workplaces.relaxation(job, plan),
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
        outcome,
        new RawFiles(calculator.rawFiles()).of(workplace));
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
