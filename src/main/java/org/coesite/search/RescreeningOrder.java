package org.coesite.search;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a step of a model says about a second screening.
 *
 * @param calculator name of the calculator
 * @param potential potential, model file or protocol; absent where the calculator has a usual one
 * @param window structures up to this energy above the lowest are relaxed again, eV per atom
 * @param candidates at most so many of them
 */
public record RescreeningOrder(
    String calculator, Optional<String> potential, double window, int candidates) {

  private static final double WIDEST = 1000;
  private static final int MOST = 1000;

  /**
   * Reads an order as people write it into a model.
   *
   * @throws IllegalArgumentException naming the variable, its value and the limits
   */
  public static RescreeningOrder of(
      String calculator, String potential, String window, String candidates) {
    double most = number("candidates", candidates, 1, MOST);
    if (most != Math.rint(most)) {
      throw new IllegalArgumentException(
          "candidates: '%s' is no whole number".formatted(candidates));
    }
    return new RescreeningOrder(
        calculator,
        Optional.of(potential.strip()).filter(name -> !name.isEmpty()),
        number("window", window, 0, WIDEST),
        (int) most);
  }

  private static double number(String name, String text, double least, double most) {
    try {
      double value = new BigDecimal(text.strip()).doubleValue();
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException noNumber) {
      // Said below, with the limits.
    }
    throw new IllegalArgumentException(
        "%s: '%s' is no number from %.0f to %.0f".formatted(name, text, least, most));
  }
}
