package org.coesite.adapter.quantumespresso;

import org.coesite.calculator.FailureReason;
import org.coesite.execution.LastLines;

/** What came of a run of pw.x. */
sealed interface Verdict {

  /** The same with the last lines of pw.x below its reason, if it has one. */
  Verdict with(LastLines printed);

  /** It did what it was asked for, and stdout and XML agree. */
  record Done(Point point) implements Verdict {
    @Override
    public Verdict with(LastLines printed) {
      return this;
    }
  }

  /** It ended before it was done, with a structure to go on from. */
  record Unfinished(FailureReason kind, String reason, Point point) implements Verdict {
    @Override
    public Verdict with(LastLines printed) {
      return new Unfinished(kind, printed.below(reason), point);
    }
  }

  /** It gave nothing. */
  record Failure(FailureReason reason, String message) implements Verdict {
    @Override
    public Verdict with(LastLines printed) {
      return new Failure(reason, printed.below(message));
    }
  }
}
