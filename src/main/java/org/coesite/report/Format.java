package org.coesite.report;

import java.util.Locale;

/** Numbers as the report prints them: decimal point, fixed digits, a true minus sign. */
final class Format {

  private Format() {}

  /** An energy in eV with four decimals. */
  static String energy(double energy) {
    return fixed(energy, 4);
  }

  /** A number with fixed decimals. */
  static String fixed(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value).replace('-', '−');
  }
}
