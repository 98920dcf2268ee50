package org.coesite.crystal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads coordinate triplets such as {@code -y,x-y,z+1/3}, {@code 1/2-X, 2x, 0.25+z}. */
final class TripletParser {

  private static final Pattern TERM =
      Pattern.compile("([+-]?)(\\d+/\\d+|\\d*\\.\\d+|\\d+\\.?)?\\*?([xyz])?");

  private TripletParser() {}

  static SymmetryOperation parse(String triplet) {
    String[] parts = triplet.toLowerCase(Locale.ROOT).replace(" ", "").split(",", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "'%s' has %d coordinates, not 3".formatted(triplet, parts.length));
    }
    double[][] rows = new double[3][];
    for (int i = 0; i < 3; i++) {
      rows[i] = row(parts[i], triplet);
    }
    return new SymmetryOperation(
        coefficients(rows[0]),
        coefficients(rows[1]),
        coefficients(rows[2]),
        new Vector3(rows[0][3], rows[1][3], rows[2][3]));
  }

  private static Vector3 coefficients(double[] row) {
    return new Vector3(row[0], row[1], row[2]);
  }

  /** Coefficients of x, y and z, and the constant. */
  private static double[] row(String text, String triplet) {
    double[] row = new double[4];
    Matcher matcher = TERM.matcher(text);
    int position = 0;
    do {
      boolean read =
          matcher.find(position)
              && matcher.start() == position
              && (matcher.group(2) != null || matcher.group(3) != null)
              && (position == 0 || !matcher.group(1).isEmpty());
      if (!read) {
        throw new IllegalArgumentException(
            "'%s' cannot be read at '%s'".formatted(triplet, text.substring(position)));
      }
      double factor = matcher.group(2) == null ? 1 : number(matcher.group(2));
      if (!Double.isFinite(factor)) {
        throw new IllegalArgumentException(
            "'%s' divides by zero in '%s'".formatted(triplet, matcher.group(2)));
      }
      int column = matcher.group(3) == null ? 3 : matcher.group(3).charAt(0) - 'x';
      row[column] += matcher.group(1).equals("-") ? -factor : factor;
      position = matcher.end();
    } while (position < text.length());
    return row;
  }

  private static double number(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Double.parseDouble(text)
        : Double.parseDouble(text.substring(0, slash))
            / Double.parseDouble(text.substring(slash + 1));
  }
}
