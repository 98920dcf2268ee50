package org.coesite.adapter.gulp;

import java.util.function.Supplier;
import org.coesite.calculator.BrokenRun;
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

  /** The verdict on a run, from the judge if the program ended by itself. */
  Verdict verdict(Supplier<Verdict> judge) {
    if (ending instanceof Ending.Exited exited) {
      return explained(judge.get(), exited.code());
    }
    BrokenRun broken = BrokenRun.of(ending).orElseThrow();
    return switch (broken.reason()) {
      case TIMED_OUT -> Judge.overflow(output).orElseGet(() -> useless(broken));
      default -> useless(broken);
    };
  }

  /** Says more of an output that breaks off; the exit code alone never decides. */
  private Verdict explained(Verdict verdict, int code) {
    if (!(verdict instanceof Verdict.Useless useless)
        || useless.reason() != FailureReason.OUTPUT_UNREADABLE) {
      return verdict;
    }
    String words = String.join("\n", error.lines());
    if (FailureReason.ofFile(words, FailureReason.CRASHED) == FailureReason.DISK_FULL) {
      return new Verdict.Useless(FailureReason.DISK_FULL, "no space is left for its files");
    }
    return code == 0 && error.lines().isEmpty()
        ? verdict
        : new Verdict.Useless(
            FailureReason.CRASHED, "exit code %d, %s".formatted(code, useless.message()));
  }

  private static Verdict useless(BrokenRun broken) {
    return new Verdict.Useless(broken.reason(), broken.message());
  }
}
