package org.coesite.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.coesite.calculator.BatchingCalculator;
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

  private static final Relaxation HURRIED =
      new Failed(
          FailureReason.INTERRUPTED,
          "ended while another worker was still at work on its files",
          List.of());

  private final Map<String, Calculator> calculators;
  private final Workplaces workplaces;
  private final WorkClock clock;
  private final FolderLocks locks = new FolderLocks();
  private final AtomicInteger atWork = new AtomicInteger();

  /** With calculators of different names; the clock counts what they take in this process. */
  public RelaxationAttempt(List<Calculator> calculators, Workplaces workplaces, WorkClock clock) {
    this.calculators =
        calculators.stream().collect(Collectors.toMap(Calculator::name, Function.identity()));
    this.workplaces = workplaces;
    this.clock = clock;
  }

  /** Whether a calculator makes the attempts of a task together. */
  public boolean isTogether(String calculator) {
    return calculators.get(calculator) instanceof BatchingCalculator;
  }

  /**
   * Makes attempts of one task, which have the same settings: together if their calculator can.
   *
   * @param interrupted whether to end soon, with a failure for this reason
   * @throws CalculatorRefusedException if there is no such calculator
   */
  public List<RelaxationRecord> make(
      List<AttemptOrder> orders, Worker worker, BooleanSupplier interrupted) {
    if (orders.isEmpty()
        || !(calculators.get(orders.get(0).plan().calculator())
            instanceof BatchingCalculator calculator)) {
      return orders.stream().map(order -> make(order, worker, interrupted)).toList();
    }
    atWork.addAndGet(orders.size());
    try {
      return new AttemptsTogether(calculator, workplaces, clock)
          .make(orders, worker, interrupted).stream().map(AttemptLog::told).toList();
    } finally {
      atWork.addAndGet(-orders.size());
    }
  }

  /** How many attempts it is making. */
  public int atWork() {
    return atWork.get();
  }

  /**
   * Makes an attempt.
   *
   * @param interrupted whether to end soon, with a failure for this reason
   * @throws CalculatorRefusedException if there is no such calculator
   */
  public RelaxationRecord make(AttemptOrder order, Worker worker, BooleanSupplier interrupted) {
    atWork.incrementAndGet();
    try {
      return LogFields.of(order).call(() -> AttemptLog.told(attempted(order, worker, interrupted)));
    } finally {
      atWork.decrementAndGet();
    }
  }

  private RelaxationRecord attempted(
      AttemptOrder order, Worker worker, BooleanSupplier interrupted) {
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
    if (calculator.rawFiles().isEmpty()) {
      return made(order, worker, calculator, workplace);
    }
    // A task whose guard has run out has a successor at once, but its worker learns of that later.
    try (FolderLocks.@Nullable Held lock =
        locks.await(workplace.folder(), interrupted).orElse(null)) {
      return lock == null
          ? notBegun(order, worker, calculator, HURRIED)
          : made(order, worker, calculator, workplace);
    } catch (IOException failure) {
      return notBegun(order, worker, calculator, unlocked(workplace.folder(), failure));
    }
  }

  /** As a program that cannot start in its folder. */
  private static Relaxation unlocked(Path folder, IOException failure) {
    return new Failed(
        FailureReason.ofFile(failure.getMessage(), FailureReason.CALCULATOR_MISSING),
        "%s cannot be locked: %s".formatted(folder, failure),
        List.of());
  }

  private static RelaxationRecord notBegun(
      AttemptOrder order, Worker worker, Calculator calculator, Relaxation outcome) {
    return record(order, worker, calculator, Instant.now(), Duration.ZERO, outcome, List.of());
  }

  private RelaxationRecord made(
      AttemptOrder order, Worker worker, Calculator calculator, Workplace workplace) {
    Instant started = Instant.now();
    WorkClock own = new WorkClock();
    Relaxation outcome =
        clock.measure(
            () -> own.measure(() -> outcome(order.job(), order.plan(), calculator, workplace)));
    return record(
        order,
        worker,
        calculator,
        started,
        own.total(),
        outcome,
        new RawFiles(calculator.rawFiles()).of(workplace));
  }

  static RelaxationRecord record(
      AttemptOrder order,
      Worker worker,
      Calculator calculator,
      Instant started,
      Duration cpu,
      Relaxation outcome,
      List<RawFile> files) {
    RelaxationJob job = order.job();
    AttemptPlan plan = order.plan();
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
        cpu,
        outcome,
        files);
  }

  private static Relaxation outcome(
      RelaxationJob job, AttemptPlan plan, Calculator calculator, Workplace workplace) {
    try {
      Structure start = plan.start();
      if (plan.looserFirst()) {
        start =
            reached(
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

  /** Where a loose relaxation got to. */
  static Structure reached(Relaxation outcome, Structure otherwise) {
    if (outcome instanceof Converged converged) {
      return converged.structure();
    }
    return outcome instanceof NotConverged stuck ? stuck.structure() : otherwise;
  }
}
