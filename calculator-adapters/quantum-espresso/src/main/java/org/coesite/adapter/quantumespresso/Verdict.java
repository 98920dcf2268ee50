package org.coesite.adapter.quantumespresso;

import org.coesite.calculator.FailureReason;

/** What came of a run of pw.x. */
sealed interface Verdict {

  /** It did what it was asked for, and stdout and XML agree. */
  record Done(Point point) implements Verdict {}

  /** It ended before it was done, with a structure to go on from. */
  record Unfinished(FailureReason kind, String reason, Point point) implements Verdict {}

  /** It gave nothing. */
  record Failure(FailureReason reason, String message) implements Verdict {}
}
