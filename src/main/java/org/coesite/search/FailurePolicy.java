package org.coesite.search;

import org.coesite.calculator.FailureReason;

/** Decides what to do about failed attempts. */
@FunctionalInterface
public interface FailurePolicy {

  /**
   * What to do.
   *
   * @param calculator that failed
   * @param reason why
   * @param attempt how often this structure has failed for this reason, from 1. Other failures do
   *     not count, so that a program that was killed in between changes no later decision
   */
  Decision decide(String calculator, FailureReason reason, int attempt);
}
