package org.coesite.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.evolution.Candidate;

/** Relaxes the structures of a batch, each on its own: none takes the rest along if it fails. */
public final class BatchRelaxation {

  private final SearchStore store;
  private final RelaxationAttempt attempt;

  /** Relaxes by attempts. */
  public BatchRelaxation(SearchStore store, RelaxationAttempt attempt) {
    this.store = store;
    this.attempt = attempt;
  }

  /**
   * Makes an attempt at each structure of a batch that has no relaxation yet, keeping each result
   * at once.
   *
   * @param calculator that the task at hand is for
   * @param interrupted asked before and during each attempt; the rest is left when it says so
   * @return whether nothing is left to attempt
   * @throws CalculatorRefusedException if there is no such calculator
   */
  public boolean relax(
      BatchTask task, String calculator, Worker worker, BooleanSupplier interrupted) {
    SearchSettings settings = store.searches().settings(task.search());
    for (Candidate candidate : candidates(task)) {
      RelaxationJob job = job(task.search(), settings, candidate);
      if (!attempt.make(job, calculator, worker, interrupted)) {
        return false;
      }
    }
    return true;
  }

  List<Candidate> candidates(BatchTask task) {
    return store.structures().batch(task.search(), task.generation(), task.batch());
  }

  static RelaxationJob job(String search, SearchSettings settings, Candidate candidate) {
    return new RelaxationJob(
        search,
        settings.seed(),
        candidate.id(),
        Purpose.SCREEN,
        candidate.structure(),
        settings.screen(),
        settings.relaxation(),
        settings.placement(settings.screen()));
  }

  /** Keeps a failed relaxation with a reason for each structure of a batch that has none. */
  public void recordFailures(BatchTask task, Worker worker, String reason) {
    SearchSettings settings = store.searches().settings(task.search());
    for (Candidate candidate : candidates(task)) {
      if (!store.relaxations().has(task.search(), candidate.id(), Purpose.SCREEN)) {
        Instant now = Instant.now();
        store
            .relaxations()
            .record(
                new RelaxationRecord(
                    task.search(),
                    candidate.id(),
                    Purpose.SCREEN,
                    candidate.structure(),
                    settings.screen(),
                    "none",
                    settings.relaxation(),
                    worker,
                    1,
                    now,
                    now,
                    Duration.ZERO,
                    new Failed(FailureReason.REFUSED, reason, List.of())));
      }
    }
    store.events().add(task.search(), "failures in a batch of structures: " + reason);
  }
}
