package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Converged;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two workers that have been given the same run, as when the guard of its task has run out. */
@Timeout(60)
class RelaxationAttemptTest {

  private static final RelaxationJob JOB =
      new RelaxationJob(
          "search",
          1,
          "g000s00",
          Purpose.REFINE,
          RefinedSearch.QUARTZ,
          "filing",
          SmallSearches.of(1, 1).relaxation(),
          Placement.HERE);

  @TempDir Path folder;

  private final Filing calculator = new Filing();
  private final ExecutorService workers = Executors.newFixedThreadPool(2);

  @AfterEach
  void end() {
    calculator.mayEnd.countDown();
    workers.shutdownNow();
  }

  @Test
  void a_second_worker_does_not_touch_the_files_before_the_first_has_left_them() throws Exception {
    Future<Relaxation> first = begin(new AtomicBoolean());
    calculator.begun.await();
    Future<Relaxation> second = begin(new AtomicBoolean());
    waitAWhile(second);
    assertThat(calculator.calls).hasValue(1);

    calculator.mayEnd.countDown();
    assertThat(first.get()).isInstanceOf(Converged.class);
    assertThat(second.get()).isInstanceOf(Converged.class);
    assertThat(calculator.calls).hasValue(2);
    assertThat(calculator.mostAtOnce).hasValue(1);
  }

  @Test
  void a_worker_that_waits_for_another_can_be_interrupted() throws Exception {
    Future<Relaxation> first = begin(new AtomicBoolean());
    calculator.begun.await();
    AtomicBoolean interrupted = new AtomicBoolean();
    Future<Relaxation> second = begin(interrupted);
    waitAWhile(second);

    interrupted.set(true);
    assertThat(second.get())
        .isInstanceOfSatisfying(
            Failed.class, f -> assertThat(f.reason()).isEqualTo(FailureReason.INTERRUPTED));
    assertThat(first.isDone()).isFalse();
    assertThat(calculator.calls).hasValue(1);
  }

  /** Several looks at the lock long. */
  private static void waitAWhile(Future<Relaxation> worker) throws InterruptedException {
    Thread.sleep(500);
    assertThat(worker.isDone()).isFalse();
  }

  private Future<Relaxation> begin(AtomicBoolean interrupted) {
    // As in another process, it shares nothing with the other attempt but the folder.
    RelaxationAttempt attempt =
        new RelaxationAttempt(
            List.of(calculator),
            new Workplaces(folder, List.of(new LocalExecution())),
            new WorkClock());
    AttemptOrder order = new AttemptOrder(JOB, AttemptPlan.of(JOB, List.of()));
    return CompletableFuture.supplyAsync(
        () -> attempt.make(order, new Worker("host", "name"), interrupted::get).outcome(), workers);
  }

  /** Leaves files, and ends when it may. */
  private static final class Filing implements Calculator {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();

    @Override
    public String name() {
      return "filing";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public List<String> rawFiles() {
      return List.of("output");
    }

    @Override
    public RelaxationSettings prepared(
        Composition composition, RelaxationSettings settings, Placement placement, Path place) {
      return settings;
    }

    @Override
    public Relaxation relax(Structure start, RelaxationSettings settings, Workplace workplace) {
      calls.incrementAndGet();
      mostAtOnce.accumulateAndGet(atWork.incrementAndGet(), Math::max);
      begun.countDown();
      try {
        mayEnd.await();
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
      }
      atWork.decrementAndGet();
      return ToyCalculator.converged(start);
    }
  }
}
