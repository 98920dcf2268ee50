package org.coesite.report;

import java.util.Locale;
import org.coesite.calculator.IonicStep;
import org.jspecify.annotations.Nullable;

/**
 * A step of a relaxation as the audit prints it; component names are the JSON keys.
 *
 * @param number 0 for the start
 * @param energy of the cell, eV
 * @param maxForce largest force on an atom, eV/Å; null if the program does not tell it
 * @param volume of the cell, Å³; null if the program does not tell it
 */
public record StepView(
    int number, double energy, @Nullable Double maxForce, @Nullable Double volume) {

  static final String HEAD = "  step     energy (eV)   largest force (eV/Å)   volume (Å3)";

  /** A step with the figures that the program told. */
  public static StepView of(IonicStep step) {
    return new StepView(step.number(), step.energy(), known(step.maxForce()), known(step.volume()));
  }

  /** Programs that keep a figure to themselves leave NaN, which JSON does not know. */
  public static @Nullable Double known(double figure) {
    return Double.isNaN(figure) ? null : figure;
  }

  /** Number, energy, largest force and volume in columns. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "  %4d %15.6f %22s %13s",
        number,
        energy,
        words("%.5f", maxForce),
        words("%.4f", volume));
  }

  private static String words(String format, @Nullable Double figure) {
    return figure == null ? "-" : String.format(Locale.ROOT, format, figure);
  }
}
