package org.coesite.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Failed;

/** Attempts at relaxing quartz, for tests. */
final class OneAttempt {

  static final Relaxation KILLED = new Failed(FailureReason.KILLED, "signal 9", List.of());

  private OneAttempt() {}

  static RelaxationRecord of(Purpose purpose, Relaxation outcome) {
    Instant now = Instant.parse("2026-03-01T10:00:00Z");
    return new RelaxationRecord(
        "silica",
        "g000s00",
        purpose,
        RefinedSearch.QUARTZ,
        "quantum-espresso",
        "6.7",
        SmallSearches.of(1, 1).relaxation(),
        new Worker("node1", "worker-2"),
        1,
        now,
        now.plusSeconds(5),
        Duration.ofSeconds(1),
        outcome);
  }
}
