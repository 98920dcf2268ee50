package org.coesite.calculator;

import java.util.Map;
import java.util.Optional;
import org.coesite.execution.Ending;

/**
 * The run of an outside program that did not end by itself, so that its output is not worth
 * judging.
 *
 * @param message what happened, without the program's name
 */
public record BrokenRun(FailureReason reason, String message) {

  /** Signals by which a program ends itself. */
  private static final Map<Integer, String> OWN_SIGNALS =
      Map.of(4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 11, "SIGSEGV");

  /** What broke a run; empty if the program ended by itself. */
  public static Optional<BrokenRun> of(Ending ending) {
    if (ending instanceof Ending.Exited) {
      return Optional.empty();
    }
    return Optional.of(broken(ending));
  }

  private static BrokenRun broken(Ending ending) {
    if (ending instanceof Ending.Killed killed) {
      String own = OWN_SIGNALS.get(killed.signal());
      return own == null
          ? new BrokenRun(FailureReason.KILLED, "signal " + killed.signal() + " ended it")
          : new BrokenRun(FailureReason.CRASHED, "it crashed with " + own);
    }
    if (ending instanceof Ending.TimedOut timedOut) {
      return new BrokenRun(
          FailureReason.TIMED_OUT,
          "ended after " + timedOut.limit().toMillis() / 1000.0 + " s, its limit");
    }
    if (ending instanceof Ending.OutOfMemory outOfMemory) {
      return new BrokenRun(FailureReason.OUT_OF_MEMORY, outOfMemory.reason());
    }
    if (ending instanceof Ending.NotStarted notStarted) {
      return new BrokenRun(
          FailureReason.ofFile(notStarted.reason(), FailureReason.CALCULATOR_MISSING),
          "it did not start: " + notStarted.reason());
    }
    if (ending instanceof Ending.SchedulerUnavailable unavailable) {
      return new BrokenRun(FailureReason.SCHEDULER_UNAVAILABLE, unavailable.reason());
    }
    if (ending instanceof Ending.Lost lost) {
      return new BrokenRun(FailureReason.NODE_LOST, lost.reason());
    }
    return new BrokenRun(FailureReason.INTERRUPTED, "somebody ended it");
  }
}
