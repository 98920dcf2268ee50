package org.coesite.calculator.embedded;

import org.coesite.calculator.FailureReason;

/**
 * A bound that a crystal has left.
 *
 * @param reason the kind of failure
 * @param message what, with the number and the limit
 */
record Violation(FailureReason reason, String message) {}
