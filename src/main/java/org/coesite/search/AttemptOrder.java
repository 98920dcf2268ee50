package org.coesite.search;

/**
 * An attempt at a relaxation that is due, with all that whoever makes it needs to know.
 *
 * @param job the relaxation
 * @param plan how to make this attempt at it
 */
public record AttemptOrder(RelaxationJob job, AttemptPlan plan) {

  /** Whether a record is of this very attempt, whatever came out. */
  public boolean isFor(RelaxationRecord record) {
    return record.search().equals(job.search())
        && record.structure().equals(job.structure())
        && record.purpose() == job.purpose()
        && record.attempt() == plan.number()
        && record.calculator().equals(plan.calculator())
        && record.settings().equals(job.settings())
        && ContentHash.of(record.start()).equals(ContentHash.of(plan.start()));
  }
}
