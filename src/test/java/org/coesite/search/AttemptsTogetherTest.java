package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.coesite.calculator.BatchingCalculator;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;
import org.coesite.store.SearchDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calculator that relaxes structures together. */
class AttemptsTogetherTest {

  private static final Worker WORKER = new Worker("host", "worker");

  @TempDir Path folder;

  private final Choir choir = new Choir();
  private RelaxationAttempt attempt;

  @BeforeEach
  void one_process() {
    attempt =
        new RelaxationAttempt(
            List.of(
                choir,
                new ToyCalculator(
                    (call, start) -> new Failed(FailureReason.STUCK, "toy", List.of()))),
            new Workplaces(folder, List.of(new LocalExecution())),
            new WorkClock());
  }

  /** Answers that it failed on a structure, and remembers what it was asked. */
  private static final class Choir implements BatchingCalculator {

    private final List<Integer> asked = new ArrayList<>();
    private final List<Double> bounds = new ArrayList<>();

    @Override
    public String name() {
      return "choir";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public RelaxationSettings prepared(
        Composition composition, RelaxationSettings settings, Placement placement, Path place) {
      return settings;
    }

    @Override
    public List<Relaxation> relax(
        List<Structure> starts, RelaxationSettings settings, Workplace workplace) {
      asked.add(starts.size());
      bounds.add(settings.maxForce());
      if (settings.maxSteps() == 1) {
        throw new IllegalArgumentException("one step is not enough");
      }
      return starts.stream()
          .<Relaxation>map(
              start ->
                  new Failed(
                      workplace.interrupted().getAsBoolean()
                          ? FailureReason.INTERRUPTED
                          : FailureReason.STUCK,
                      "at " + start.sites().get(0).fractional().x(),
                      List.of()))
          .toList();
    }
  }

  private static AttemptOrder order(int slot, String calculator, boolean looser, int steps) {
    Structure start = RefinedSearch.QUARTZ.shifted(new Vector3(slot / 100.0, 0, 0));
    RelaxationSettings settings = SmallSearches.of(1, 1).relaxation().withMaxSteps(steps);
    RelaxationJob job =
        new RelaxationJob(
            "small",
            1,
            "g000s0" + slot,
            Purpose.SCREEN,
            start,
            calculator,
            settings,
            Placement.HERE);
    return new AttemptOrder(job, new AttemptPlan(1, start, calculator, looser, 1));
  }

  @Test
  void structures_of_a_task_are_relaxed_in_one_go_and_each_has_its_record() {
    List<AttemptOrder> orders =
        IntStream.range(0, 4).mapToObj(slot -> order(slot, "choir", false, 100)).toList();
    List<RelaxationRecord> records = attempt.make(orders, WORKER, () -> false);
    assertThat(choir.asked).containsExactly(4);
    assertThat(records)
        .extracting(RelaxationRecord::structure)
        .containsExactly("g000s00", "g000s01", "g000s02", "g000s03");
    for (int i = 0; i < 4; i++) {
      AttemptOrder order = orders.get(i);
      RelaxationRecord record = records.get(i);
      assertThat(order.isFor(record)).isTrue();
      assertThat(record.complaint())
          .isEqualTo("at " + order.plan().start().sites().get(0).fractional().x());
    }
  }

  @Test
  void those_that_begin_loosely_or_failed_before_are_relaxed_alone() {
    List<RelaxationRecord> records =
        attempt.make(
            List.of(
                order(0, "choir", true, 100),
                order(1, "choir", false, 100),
                order(2, "choir", false, 100),
                again(order(3, "choir", false, 100))),
            WORKER,
            () -> false);
    double tight = SmallSearches.of(1, 1).relaxation().maxForce();
    assertThat(choir.asked).containsExactly(2, 1, 1, 1);
    assertThat(choir.bounds).containsExactly(tight, 10 * tight, tight, tight);
    assertThat(records)
        .extracting(RelaxationRecord::structure)
        .containsExactly("g000s01", "g000s02", "g000s00", "g000s03");
  }

  private static AttemptOrder again(AttemptOrder order) {
    return new AttemptOrder(
        order.job(), new AttemptPlan(2, order.plan().start(), order.plan().calculator(), false, 1));
  }

  @Test
  void a_refusal_is_the_outcome_of_each() {
    List<RelaxationRecord> records =
        attempt.make(
            List.of(order(0, "choir", false, 1), order(1, "choir", false, 1)), WORKER, () -> false);
    assertThat(records)
        .hasSize(2)
        .allSatisfy(
            record -> {
              assertThat(record.failure()).contains(FailureReason.REFUSED);
              assertThat(record.complaint())
                  .startsWith("choir refuses " + record.structure())
                  .endsWith("one step is not enough");
            });
  }

  @Test
  void other_calculators_relax_one_after_the_other() {
    assertThat(attempt.isTogether("choir")).isTrue();
    assertThat(attempt.isTogether(ToyCalculator.NAME)).isFalse();
    assertThat(
            attempt.make(
                List.of(
                    order(0, ToyCalculator.NAME, false, 100),
                    order(1, ToyCalculator.NAME, false, 100)),
                WORKER,
                () -> false))
        .hasSize(2);
    assertThat(attempt.make(List.of(), WORKER, () -> false)).isEmpty();
  }

  @Test
  void a_batch_that_was_interrupted_is_not_kept_and_one_that_cannot_be_kept_leaves_nothing() {
    SearchSettings settings = SmallSearches.of(1, 1);
    try (SearchDatabase database = SearchDatabase.open("jdbc:h2:mem:together")) {
      database.searches().create("small", settings, List.of());
      AttemptLedger ledger = new AttemptLedger(database, new RawOutputs(folder));
      List<AttemptOrder> orders =
          List.of(order(0, "choir", false, 100), order(1, "choir", false, 100));
      assertThat(ledger.keep(attempt.make(orders, WORKER, () -> true))).isFalse();

      List<RelaxationRecord> made = attempt.make(orders, WORKER, () -> false);
      RelaxationRecord stray = foreign(made.get(1));
      assertThatThrownBy(() -> ledger.keep(List.of(made.get(0), stray)))
          .isInstanceOf(RuntimeException.class);
      assertThat(database.attempts().of("small", "g000s00", Purpose.SCREEN)).isEmpty();

      assertThat(ledger.keep(made)).isTrue();
      assertThat(database.attempts().of("small", "g000s00", Purpose.SCREEN)).hasSize(1);
      assertThat(database.attempts().of("small", "g000s01", Purpose.SCREEN)).hasSize(1);
    }
  }

  /** A record of a search that the store does not have. */
  private static RelaxationRecord foreign(RelaxationRecord record) {
    return new RelaxationRecord(
        "elsewhere",
        record.structure(),
        record.purpose(),
        record.start(),
        record.calculator(),
        record.version(),
        record.settings(),
        record.worker(),
        record.attempt(),
        record.started(),
        record.ended(),
        record.cpu(),
        record.outcome(),
        Collections.emptyList());
  }

  @Test
  void the_batch_that_a_calculator_asks_for_decides_on_the_tasks() {
    assertThat(Batches.ofSize(7, 3)).containsExactly(0, 0, 0, 1, 1, 1, 2);
    assertThat(Batches.ofSize(2, 100)).containsExactly(0, 0);
  }
}
