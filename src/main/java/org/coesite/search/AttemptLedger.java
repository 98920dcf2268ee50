package org.coesite.search;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Knows which attempts are due, and keeps what came out: each once, whoever made it. */
public final class AttemptLedger {

  private final SearchStore store;
  private final RawOutputs raw;
  private final List<Consumer<RelaxationRecord>> listeners = new CopyOnWriteArrayList<>();

  /** Over a store, with a place for what outside programs wrote. */
  public AttemptLedger(SearchStore store, RawOutputs raw) {
    this.store = store;
    this.raw = raw;
  }

  /** Tells somebody of each attempt once it is kept. */
  public void onKept(Consumer<RelaxationRecord> listener) {
    listeners.add(listener);
  }

  /**
   * The next attempt at a relaxation, unless it has its result, its last failure waits for a
   * decision, or the attempt is for another calculator and so for another task.
   *
   * @param on the calculator of the task at hand
   */
  public Optional<AttemptOrder> due(RelaxationJob job, String on) {
    return due(job).filter(order -> order.plan().calculator().equals(on));
  }

  /** The next attempt at a relaxation, whichever calculator it is for. */
  public Optional<AttemptOrder> due(RelaxationJob job) {
    if (store.relaxations().has(job.search(), job.structure(), job.purpose())) {
      return Optional.empty();
    }
    List<Attempt> failed = store.attempts().of(job.search(), job.structure(), job.purpose());
    if (failed.stream().anyMatch(attempt -> attempt.decision().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(new AttemptOrder(job, AttemptPlan.of(job, failed)));
  }

  /**
   * Keeps attempts that were made together, all of them or none.
   *
   * @return false if one of them was interrupted, which leaves nothing to keep
   */
  public boolean keep(List<RelaxationRecord> attempts) {
    if (attempts.stream().anyMatch(RelaxationRecord::wasInterrupted)) {
      return false;
    }
    if (attempts.size() == 1) {
      return keep(attempts.get(0));
    }
    store.together(() -> attempts.forEach(this::keep));
    return true;
  }

  /**
   * Keeps an attempt: a converged one as the result, any other as a failed attempt that the failure
   * policy is to decide on.
   *
   * @return false if it was interrupted, which leaves nothing to keep
   */
  public boolean keep(RelaxationRecord attempt) {
    if (attempt.wasInterrupted()) {
      return false;
    }
    RelaxationRecord kept = withFilesOnDisk(attempt);
    if (attempt.failure().isPresent()) {
      store.attempts().add(kept);
    } else if (!store.relaxations().record(kept)) {
      // Another worker was faster.
      return true;
    }
    store.afterwards(() -> listeners.forEach(listener -> listener.accept(attempt)));
    return true;
  }

  /** First the files, then the record that names them. */
  private RelaxationRecord withFilesOnDisk(RelaxationRecord attempt) {
    if (attempt.files().isEmpty()) {
      return attempt;
    }
    RelaxationRecord kept =
        store.searches().settings(attempt.search()).rawOutputs().applied(attempt);
    raw.write(attempt.search(), kept.files());
    return kept;
  }
}
