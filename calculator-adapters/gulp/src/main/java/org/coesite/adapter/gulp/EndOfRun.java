package org.coesite.adapter.gulp;

import java.util.Map;
import java.util.function.Supplier;
import org.coesite.calculator.FailureReason;
import org.coesite.execution.Ending;

/**
 * How a run ended; only if the program ended by itself is its output worth judging.
 *
 * @param ending what became of the process
 * @param output what it printed
 * @param error what it printed as errors
 */
record EndOfRun(Ending ending, GulpOutput output, Listing error) {

  /** Signals by which a program ends itself. */
  private static final Map<Integer, String> OWN_SIGNALS =
      Map.of(4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 11, "SIGSEGV");

  /** The verdict on a run, from the judge if the program ended by itself. */
  Verdict verdict(Supplier<Verdict> judge) {
    if (ending instanceof Ending.Exited exited) {
      return explained(judge.get(), exited.code());
    }
    if (ending instanceof Ending.Killed killed) {
      String own = OWN_SIGNALS.get(killed.signal());
      return own == null
          ? useless(FailureReason.KILLED, "signal " + killed.signal() + " ended it")
          : useless(FailureReason.CRASHED, "it crashed with " + own);
    }
    if (ending instanceof Ending.TimedOut timedOut) {
      return Judge.overflow(output)
          .orElseGet(
              () ->
                  useless(
                      FailureReason.TIMED_OUT,
                      "ended after " + timedOut.limit().toMillis() / 1000.0 + " s, its limit"));
    }
    if (ending instanceof Ending.NotStarted notStarted) {
      return new Verdict.Useless(FailureReason.CALCULATOR_MISSING, notStarted.reason());
    }
    if (ending instanceof Ending.OutOfMemory outOfMemory) {
      return new Verdict.Useless(FailureReason.OUT_OF_MEMORY, outOfMemory.reason());
    }
    if (ending instanceof Ending.Lost lost) {
      return new Verdict.Useless(FailureReason.NODE_LOST, lost.reason());
    }
    if (ending instanceof Ending.Interrupted) {
      return new Verdict.Useless(FailureReason.INTERRUPTED, "somebody ended it");
    }
    return useless(FailureReason.CRASHED, "it ended as " + ending);
  }

  /** Says more of an output that breaks off; the exit code alone never decides. */
  private Verdict explained(Verdict verdict, int code) {
    if (!(verdict instanceof Verdict.Useless useless)
        || useless.reason() != FailureReason.OUTPUT_UNREADABLE) {
      return verdict;
    }
    if (error.contains("No space left on device")) {
      return new Verdict.Useless(FailureReason.DISK_FULL, error.end());
    }
    return code == 0 && error.lines().isEmpty()
        ? verdict
        : new Verdict.Useless(
            FailureReason.CRASHED,
            "exit code %d, %s; standard error: %s".formatted(code, useless.message(), error.end()));
  }

  private Verdict useless(FailureReason reason, String message) {
    return new Verdict.Useless(reason, output.withEnd(message));
  }
}
