package org.coesite.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.Failed;
import org.coesite.calculator.Relaxation.NotConverged;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Structure;

/**
 * One attempt at a relaxation with all that an audit asks for.
 *
 * @param search name of the search
 * @param structure id of the structure
 * @param purpose what for
 * @param start the structure that the attempt began with
 * @param calculator name of the calculator
 * @param version its version
 * @param settings how it was told to relax
 * @param worker who computed it
 * @param attempt from 1
 * @param started when it began
 * @param ended when it ended
 * @param cpu CPU time that it took in this process
 * @param outcome what came out
 * @param files of the outside program, as its worker hands them over; those on record are listed by
 *     {@link RawFileRepository}
 */
public record RelaxationRecord(
    String search,
    String structure,
    Purpose purpose,
    Structure start,
    String calculator,
    String version,
    RelaxationSettings settings,
    Worker worker,
    int attempt,
    Instant started,
    Instant ended,
    Duration cpu,
    Relaxation outcome,
    List<RawFile> files) {

  /** Keeps its own copy. */
  public RelaxationRecord {
    files = List.copyOf(files);
  }

  /** Without files of an outside program. */
  public RelaxationRecord(
      String search,
      String structure,
      Purpose purpose,
      Structure start,
      String calculator,
      String version,
      RelaxationSettings settings,
      Worker worker,
      int attempt,
      Instant started,
      Instant ended,
      Duration cpu,
      Relaxation outcome) {
    this(
        search,
        structure,
        purpose,
        start,
        calculator,
        version,
        settings,
        worker,
        attempt,
        started,
        ended,
        cpu,
        outcome,
        List.of());
  }

  /** The same with other files. */
  RelaxationRecord withFiles(List<RawFile> others) {
    return with(worker, others);
  }

  /** The same as made in a task of an engine, see {@link Worker#activity}. */
  public RelaxationRecord in(String activity) {
    return with(new Worker(worker.host(), worker.name(), activity), files);
  }

  private RelaxationRecord with(Worker by, List<RawFile> others) {
    return new RelaxationRecord(
        search,
        structure,
        purpose,
        start,
        calculator,
        version,
        settings,
        by,
        attempt,
        started,
        ended,
        cpu,
        outcome,
        others);
  }

  /** What was computed. */
  public RelaxationKey key() {
    return RelaxationKey.of(this);
  }

  /** Why it gave no structure to rank; empty if it converged. */
  public Optional<FailureReason> failure() {
    if (outcome instanceof Failed failed) {
      return Optional.of(failed.reason());
    }
    return outcome instanceof NotConverged stuck ? Optional.of(stuck.kind()) : Optional.empty();
  }

  /** Whether it was ended to be made again later; never kept. */
  public boolean wasInterrupted() {
    return failure().equals(Optional.of(FailureReason.INTERRUPTED));
  }

  /** The failure in words; empty if it converged. */
  public String complaint() {
    if (outcome instanceof Failed failed) {
      return failed.message();
    }
    return outcome instanceof NotConverged stuck ? stuck.reason() : "";
  }
}
