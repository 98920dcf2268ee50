package org.coesite.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.evolution.Candidate;

/** The relaxations of a batch of structures, each on its own: none takes the rest along. */
public final class BatchRelaxation {

  private final SearchStore store;

  /** Over a store. */
  public BatchRelaxation(SearchStore store) {
    this.store = store;
  }

  /** The relaxations of a batch, done or not. */
  public List<RelaxationJob> jobs(BatchTask task) {
    SearchSettings settings = store.searches().settings(task.search());
    return candidates(task).stream()
        .map(candidate -> job(task.search(), settings, candidate))
        .toList();
  }

  private List<Candidate> candidates(BatchTask task) {
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
