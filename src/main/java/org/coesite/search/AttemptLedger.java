package org.coesite.search;

import java.util.List;
import java.util.Optional;
import org.coesite.calculator.FailureReason;

/** Knows which attempts are due, and keeps what came out: each once, whoever made it. */
public final class AttemptLedger {

  private final SearchStore store;

  /** Over a store. */
  public AttemptLedger(SearchStore store) {
    this.store = store;
  }

  /**
   * The next attempt at a relaxation, unless it has its result, its last failure waits for a
   * decision, or the attempt is for another calculator and so for another task.
   *
   * @param on the calculator of the task at hand
   */
  public Optional<AttemptOrder> due(RelaxationJob job, String on) {
    if (store.relaxations().has(job.search(), job.structure(), job.purpose())) {
      return Optional.empty();
    }
    List<Attempt> failed = store.attempts().of(job.search(), job.structure(), job.purpose());
    if (failed.stream().anyMatch(attempt -> attempt.decision().isEmpty())) {
      return Optional.empty();
    }
    AttemptPlan plan = AttemptPlan.of(job, failed);
    return plan.calculator().equals(on)
        ? Optional.of(new AttemptOrder(job, plan))
        : Optional.empty();
  }

  /**
   * Keeps an attempt: a converged one as the result, any other as a failed attempt that the failure
   * policy is to decide on.
   *
   * @return false if it was interrupted, which leaves nothing to keep
   */
  public boolean keep(RelaxationRecord attempt) {
    Optional<FailureReason> failure = attempt.failure();
    if (failure.isEmpty()) {
      store.relaxations().record(attempt);
    } else if (failure.get() == FailureReason.INTERRUPTED) {
      return false;
    } else {
      store.attempts().add(attempt);
    }
    return true;
  }
}
