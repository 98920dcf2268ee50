package org.coesite.search;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs how attempts end, where they are made; what is decided about them is an event. */
final class AttemptLog {

  private static final Logger LOG = LoggerFactory.getLogger(RelaxationAttempt.class);

  private AttemptLog() {}

  /** Logs an attempt and hands it on; successes are many, so that they are for those who ask. */
  static RelaxationRecord told(RelaxationRecord attempt) {
    LogFields.of(attempt).run(() -> tell(attempt));
    return attempt;
  }

  private static void tell(RelaxationRecord attempt) {
    double seconds = Duration.between(attempt.started(), attempt.ended()).toMillis() / 1000.0;
    if (attempt.failure().isEmpty()) {
      LOG.debug("relaxed with {} in {} s", attempt.calculator(), seconds);
    } else {
      LOG.info(
          "attempt {} with {} failed after {} s: {} ({})",
          attempt.attempt(),
          attempt.calculator(),
          seconds,
          attempt.failure().get(),
          attempt.complaint());
    }
  }
}
