package org.coesite.adapter.gulp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One cycle of GULP's optimiser.
 *
 * @param number 0 for the start
 * @param energy energy of the cell (enthalpy under pressure), eV; not a number if it overflowed
 * @param gnorm GULP's norm of all derivatives by strain and fractional coordinates, eV
 */
record Cycle(int number, double energy, double gnorm) {

  private static final Pattern LINE =
      Pattern.compile("\\s*Cycle:\\s*(\\d+) Energy:\\s*(\\S+)\\s+Gnorm:\\s*(\\S+).*");

  static Optional<Cycle> read(String line) {
    Matcher matcher = LINE.matcher(line);
    return matcher.matches()
        ? Optional.of(
            new Cycle(
                Listing.count(matcher.group(1)),
                Listing.number(matcher.group(2)),
                Listing.number(matcher.group(3))))
        : Optional.empty();
  }

  /**
   * Whether its numbers grew beyond what can be printed, which happens when atoms fall together.
   */
  boolean overflowed() {
    return !Double.isFinite(energy) || !Double.isFinite(gnorm);
  }
}
