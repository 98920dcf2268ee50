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

  /** Keeps a failed relaxation with a reason for each one of a task that has none. */
  public void recordFailures(List<RelaxationJob> jobs, Worker worker, String reason) {
    for (RelaxationJob job : jobs) {
      if (!store.relaxations().has(job.search(), job.structure(), job.purpose())) {
        store.relaxations().record(failed(job, worker, reason));
      }
    }
    jobs.stream()
        .map(RelaxationJob::search)
        .distinct()
        .forEach(
            search -> store.events().add(search, "failures in a batch of structures: " + reason));
  }

  private static RelaxationRecord failed(RelaxationJob job, Worker worker, String reason) {
    Instant now = Instant.now();
    return new RelaxationRecord(
        job.search(),
        job.structure(),
        job.purpose(),
        job.start(),
        job.calculator(),
        "none",
        job.settings(),
        worker,
        1,
        now,
        now,
        Duration.ZERO,
        new Failed(FailureReason.REFUSED, reason, List.of()));
  }
}
