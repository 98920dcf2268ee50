package org.coesite.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.coesite.calculator.BatchingCalculator;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Structure;

/**
 * Makes the first attempts of a task together, and each later one alone: a structure that ends the
 * program takes the others along once only.
 */
record AttemptsTogether(BatchingCalculator calculator, Workplaces workplaces, WorkClock clock) {

  List<RelaxationRecord> make(
      List<AttemptOrder> orders, Worker worker, BooleanSupplier interrupted) {
    return parts(orders).stream()
        .flatMap(part -> part(part, worker, interrupted).stream())
        .toList();
  }

  private static List<List<AttemptOrder>> parts(List<AttemptOrder> orders) {
    List<AttemptOrder> first = orders.stream().filter(order -> isFirst(order.plan())).toList();
    List<List<AttemptOrder>> parts = new ArrayList<>(List.of(first));
    orders.stream().filter(order -> !isFirst(order.plan())).map(List::of).forEach(parts::add);
    return parts;
  }

  private static boolean isFirst(AttemptPlan plan) {
    return plan.number() == 1 && !plan.looserFirst();
  }

  private List<RelaxationRecord> part(
      List<AttemptOrder> orders, Worker worker, BooleanSupplier interrupted) {
    if (orders.isEmpty()) {
      return List.of();
    }
    Instant started = Instant.now();
    WorkClock own = new WorkClock();
    List<Relaxation> outcomes =
        clock.measure(() -> own.measure(() -> outcomes(orders, workplace(orders, interrupted))));
    Duration share = own.total().dividedBy(orders.size());
    return IntStream.range(0, orders.size())
        .mapToObj(
            i ->
                RelaxationAttempt.record(
                    orders.get(i), worker, calculator, started, share, outcomes.get(i), List.of()))
        .toList();
  }

  private Workplace workplace(List<AttemptOrder> orders, BooleanSupplier interrupted) {
    RelaxationJob first = orders.get(0).job();
    return workplaces.of(
        first.search(),
        Workplaces.relaxation(first, orders.get(0).plan()),
        calculator.name(),
        first.placement(),
        interrupted);
  }

  private List<Relaxation> outcomes(List<AttemptOrder> orders, Workplace workplace) {
    RelaxationSettings settings = orders.get(0).job().settings();
    List<Structure> starts = orders.stream().map(order -> order.plan().start()).toList();
    try {
      if (orders.get(0).plan().looserFirst()) {
        List<Structure> all = starts;
        List<Relaxation> loose =
            calculator.relax(all, calculator.loosened(settings), workplace.loose());
        starts =
            IntStream.range(0, all.size())
                .mapToObj(i -> RelaxationAttempt.reached(loose.get(i), all.get(i)))
                .toList();
      }
      return calculator.relax(starts, settings, workplace);
    } catch (IllegalArgumentException refusal) {
      return orders.stream().map(order -> refused(order, refusal)).toList();
    }
  }

  private Relaxation refused(AttemptOrder order, IllegalArgumentException refusal) {
    return new Failed(
        FailureReason.REFUSED,
        "%s refuses %s: %s"
            .formatted(calculator.name(), order.job().structure(), refusal.getMessage()),
        List.of());
  }
}
