package org.coesite.adapter.quantumespresso;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pw.x printed: good for the status of a run, while its numbers come from the XML file.
 *
 * @param text all of standard output
 */
record PwOutput(String text) {

  private static final String NUMBER = "([-+]?[\\d.]+(?:[EeDd][-+]?\\d+)?)";

  private static final Pattern VERSION = Pattern.compile("Program PWSCF v\\.?\\s*(\\S+)");
  private static final Pattern ENERGY =
      Pattern.compile(
          "(?m)^![ \\t]++total energy[ \\t]++=[ \\t]*+(\\S+?)[ \\t]*+Ry\\s(?:.*\\R){0,4}?"
              + "[ \\t]*+estimated scf accuracy[ \\t]++<[ \\t]*+(\\S++)");
  private static final Pattern ERROR =
      Pattern.compile(
          "Error in routine\\s++([^\\s(]++)\\s*+\\(\\s*+-?\\d++\\s*+\\):[ \\t\\r]*+\\n");
  private static final Pattern PRESSURE = Pattern.compile("\\(kbar\\)\\s+P=\\s*(\\S+)");
  private static final Pattern SYMMETRY = Pattern.compile("(?m)^[ \\t]*+(\\d++) Sym\\. ?Ops\\.");
  private static final Pattern MEMORY =
      Pattern.compile("Estimated max dynamical RAM per process >\\s*([\\d.]+)\\s*([kMGT]?)B");

  /** Stands below an error. */
  private static final String RULE = "%%%";

  /**
   * A finished self-consistent field.
   *
   * @param energy Ry; NaN where the number did not fit its field
   * @param accuracy estimated, Ry
   */
  record Scf(double energy, double accuracy) {}

  /**
   * The block that pw.x prints before it gives up.
   *
   * @param routine that found the error
   * @param message what it says, in one line
   */
  record ErrorBlock(String routine, String message) {
    String sentence() {
      return "pw.x: %s: %s".formatted(routine, message);
    }
  }

  Optional<String> version() {
    return first(VERSION).map(m -> m.group(1));
  }

  boolean done() {
    return says("JOB DONE.");
  }

  boolean says(String words) {
    return text.contains(words);
  }

  /** The finished self-consistent fields in their order. */
  List<Scf> scfs() {
    List<Scf> all = new ArrayList<>();
    Matcher matcher = ENERGY.matcher(text);
    while (matcher.find()) {
      all.add(new Scf(number(matcher.group(1)), number(matcher.group(2))));
    }
    return all;
  }

  Optional<ErrorBlock> error() {
    return first(ERROR)
        .flatMap(
            head -> {
              int end = text.indexOf(RULE, head.end());
              return end < 0
                  ? Optional.empty()
                  : Optional.of(
                      new ErrorBlock(
                          head.group(1),
                          text.substring(head.end(), end).strip().replaceAll("\\s+", " ")));
            });
  }

  /** Symmetry operations found; 1 where there is no symmetry. */
  int symmetryOperations() {
    return first(SYMMETRY).map(m -> (int) number(m.group(1))).filter(n -> n > 0).orElse(1);
  }

  OptionalInt kPoints() {
    return whole("number of k points=");
  }

  OptionalInt bands() {
    return whole("number of Kohn-Sham states=");
  }

  OptionalInt atoms() {
    return whole("number of atoms/cell      =");
  }

  /** Cell volume, cubic bohr. */
  OptionalDouble volume() {
    return lastNumber("unit-cell volume          =");
  }

  /** Memory that each process needs at its peak by the estimate of pw.x, bytes. */
  long memory() {
    return first(MEMORY)
        .map(m -> (long) (number(m.group(1)) * 1e6 * factor(m.group(2))))
        .orElse(0L);
  }

  private static double factor(String prefix) {
    return switch (prefix) {
      case "G" -> 1e3;
      case "T" -> 1e6;
      case "k" -> 1e-3;
      default -> 1;
    };
  }

  boolean augmented() {
    return says("Projector augmented-wave");
  }

  /** Energy change of the last step, Ry. */
  OptionalDouble energyError() {
    return lastNumber("Energy error            =");
  }

  /** Largest component of a force at the last step, Ry/bohr. */
  OptionalDouble gradientError() {
    return lastNumber("Gradient error          =");
  }

  /** Largest component of the stress at the last step less the pressure, Ry/bohr³. */
  OptionalDouble cellError() {
    return lastNumber("Cell gradient error     =");
  }

  /** Pressure at each finished self-consistent field that got as far as the stress, kbar. */
  List<Double> pressures() {
    return PRESSURE.matcher(text).results().map(m -> number(m.group(1))).toList();
  }

  private Optional<MatchResult> first(Pattern pattern) {
    return pattern.matcher(text).results().findFirst();
  }

  private OptionalInt whole(String label) {
    OptionalDouble number = lastNumber(label);
    return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
  }

  private OptionalDouble lastNumber(String label) {
    Matcher matcher = Pattern.compile(Pattern.quote(label) + "\\s*" + NUMBER).matcher(text);
    OptionalDouble last = OptionalDouble.empty();
    while (matcher.find()) {
      last = OptionalDouble.of(number(matcher.group(1)));
    }
    return last;
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.replace('D', 'E').replace('d', 'e'));
    } catch (NumberFormatException stars) {
      return Double.NaN;
    }
  }
}
