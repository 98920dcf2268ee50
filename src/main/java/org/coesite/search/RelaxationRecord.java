package org.coesite.search;

import java.time.Duration;
import java.time.Instant;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.evolution.Candidate;

/**
 * A relaxation with all that an audit asks for.
 *
 * @param task who computed it, where, at which attempt
 * @param candidate the structure before, with its id
 * @param calculator name of the calculator
 * @param version its version
 * @param settings how it was told to relax
 * @param started when it began
 * @param ended when it ended
 * @param cpu CPU time of the calculator
 * @param outcome what came out
 */
public record RelaxationRecord(
    BatchTask task,
    Candidate candidate,
    String calculator,
    String version,
    RelaxationSettings settings,
    Instant started,
    Instant ended,
    Duration cpu,
    Relaxation outcome) {

  /** What was computed. */
  public RelaxationKey key() {
    return RelaxationKey.of(candidate, calculator, version, settings);
  }
}
