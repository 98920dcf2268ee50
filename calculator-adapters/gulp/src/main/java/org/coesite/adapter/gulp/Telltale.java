package org.coesite.adapter.gulp;

import java.util.List;
import java.util.Optional;
import org.coesite.calculator.FailureReason;

/**
 * Words by which GULP gives a failure away, whatever else it prints and whatever its exit code is.
 *
 * @param words as they stand in the output
 * @param reason what they mean
 */
record Telltale(String words, FailureReason reason) {

  private static final String ERROR = "!! ERROR";
  private static final String TERMINATED = "Program terminated by processor";

  /** Errors that end the usefulness of a run; the first that applies counts. */
  private static final List<Telltale> FAILURES =
      List.of(
          new Telltale("Largest core-shell distance exceeds", FailureReason.SHELL_LOST),
          new Telltale("Cell parameter has fallen below allowed limit", FailureReason.COLLAPSED),
          new Telltale("Too many reciprocal lattice vectors needed", FailureReason.COLLAPSED),
          new Telltale("unit cell volume is very close to zero", FailureReason.BAD_CELL),
          new Telltale("Unit cell is not charge neutral", FailureReason.INPUT_REJECTED));

  /** How an optimisation ends that reached no minimum. */
  private static final List<Telltale> GIVEN_UP =
      List.of(
          new Telltale(
              "Maximum number of function calls has been reached", FailureReason.STEPS_SPENT),
          new Telltale("CPU limit has been exceeded", FailureReason.TIME_SPENT),
          new Telltale("Conditions for a minimum have not been satisfied", FailureReason.STUCK),
          new Telltale("Too many failed attempts to optimise", FailureReason.STUCK));

  /** The failure that an output gives away; any other error counts by the time that it came. */
  static Optional<Telltale> ofFailure(GulpOutput output) {
    Listing text = output.text();
    return FAILURES.stream()
        .filter(telltale -> text.contains(telltale.words))
        .findFirst()
        .or(() -> unknownError(output))
        .map(telltale -> telltale.with(detail(text, telltale.words)));
  }

  /** GULP says more in the next line: a distance, a sum of charges, a line of the input. */
  private static Optional<String> detail(Listing text, String words) {
    return text.below(words, 2).stream()
        .map(line -> line.replaceAll("[*!]", "").strip().replaceFirst("^: *", ""))
        .filter(line -> line.matches(".*[a-z].*"))
        .findFirst();
  }

  private Telltale with(Optional<String> detail) {
    return detail
        .map(more -> new Telltale(words + ": " + more.replaceAll("\\s+", " "), reason))
        .orElse(this);
  }

  private static Optional<Telltale> unknownError(GulpOutput output) {
    FailureReason reason = output.began() ? FailureReason.CRASHED : FailureReason.INPUT_REJECTED;
    return output
        .text()
        .linesWith(ERROR)
        .map(line -> line.substring(ERROR.length()).replaceFirst("^[ :]+", ""))
        .findFirst()
        .or(() -> output.text().linesWith(TERMINATED).findFirst())
        .map(line -> new Telltale(line, reason));
  }

  /** The way in which an optimisation gave up; empty if it did not. */
  static Optional<Telltale> ofGivingUp(GulpOutput output) {
    return GIVEN_UP.stream().filter(telltale -> output.text().contains(telltale.words)).findFirst();
  }
}
