package org.coesite.search;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
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
import org.junit.jupiter.api.BeforeEach;
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
  private Workplaces workplaces;
  private RelaxationAttempt attempt;

  @AfterEach
  void end() {
    calculator.mayEnd.countDown();
    workers.shutdownNow();
  }

  @BeforeEach
  void one_process() {
    workplaces = new Workplaces(folder, List.of(new LocalExecution()));
    attempt = new RelaxationAttempt(List.of(calculator), workplaces, new WorkClock());
  }

  @Test
  void a_second_worker_does_not_touch_the_files_before_the_first_has_left_them() throws Exception {
    Future<Relaxation> first = begin(() -> false);
    calculator.begun.await();
    CountDownLatch looks = new CountDownLatch(3);
    Future<Relaxation> second = begin(looking(looks));
    looks.await();
    assertThat(calculator.calls).hasValue(1);

    calculator.mayEnd.countDown();
    assertThat(first.get()).isInstanceOf(Converged.class);
    assertThat(second.get()).isInstanceOf(Converged.class);
    assertThat(calculator.calls).hasValue(2);
    assertThat(calculator.mostAtOnce).hasValue(1);
  }

  @Test
  void a_worker_that_is_interrupted_while_it_waits_leaves_the_lock_to_the_first() throws Exception {
    Future<Relaxation> first = begin(() -> false);
    calculator.begun.await();
    assertFails(begin(() -> true), FailureReason.INTERRUPTED, "another worker");
    assertThat(first.isDone()).isFalse();
    assertThat(calculator.calls).hasValue(1);

    try (OtherProcess other = OtherProcess.locking(place())) {
      assertThat(other.says()).isEqualTo(OtherProcess.WAITS);
      calculator.mayEnd.countDown();
      assertThat(first.get()).isInstanceOf(Converged.class);
      assertThat(
              Stream.generate(() -> said(other))
                  .filter(not(OtherProcess.WAITS::equals))
                  .findFirst())
          .contains(OtherProcess.LOCKED);
    }
  }

  @Test
  void a_worker_of_another_process_is_waited_for_until_it_is_killed() throws Exception {
    calculator.mayEnd.countDown();
    Future<Relaxation> here;
    try (OtherProcess other = OtherProcess.locking(place())) {
      assertThat(other.says()).isEqualTo(OtherProcess.LOCKED);
      CountDownLatch looks = new CountDownLatch(3);
      here = begin(looking(looks));
      looks.await();
      assertThat(calculator.calls).hasValue(0);
    }
    assertThat(here.get()).isInstanceOf(Converged.class);
  }

  @Test
  void a_folder_that_cannot_be_locked_is_a_failure_that_names_it() throws Exception {
    Files.createDirectories(place().getParent());
    Files.writeString(place(), "no folder");
    assertFails(
        begin(() -> false), FailureReason.CALCULATOR_MISSING, place() + " cannot be locked: ");
    assertThat(calculator.calls).hasValue(0);
  }

  private static void assertFails(Future<Relaxation> worker, FailureReason reason, String words)
      throws Exception {
    assertThat(worker.get())
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.reason()).isEqualTo(reason);
              assertThat(failed.message()).contains(words);
            });
  }

  /** A worker asks whether to end each time that it finds the folder locked. */
  private static BooleanSupplier looking(CountDownLatch looks) {
    return () -> {
      looks.countDown();
      return false;
    };
  }

  private static String said(OtherProcess other) {
    try {
      return String.valueOf(other.says());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AttemptPlan plan() {
    return AttemptPlan.of(JOB, List.of());
  }

  private Path place() {
    return workplaces
        .of(
            JOB.search(),
            Workplaces.relaxation(JOB, plan()),
            plan().calculator(),
            JOB.placement(),
            () -> false)
        .folder();
  }

  private Future<Relaxation> begin(BooleanSupplier interrupted) {
    AttemptOrder order = new AttemptOrder(JOB, plan());
    return CompletableFuture.supplyAsync(
        () -> attempt.make(order, new Worker("host", "name"), interrupted).outcome(), workers);
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
