package org.coesite.crystal.format;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coesite.crystal.Element;

/**
 * Elements from type symbols such as {@code Si4+} and labels such as {@code Si1} or {@code O2A}.
 */
final class CifSpecies {

  private static final Pattern LETTERS = Pattern.compile("([A-Za-z])([A-Za-z]?).*");

  private CifSpecies() {}

  /**
   * The element of a type symbol, in which all leading letters belong to the element.
   *
   * @throws IllegalArgumentException naming the symbol
   */
  static Element ofTypeSymbol(String symbol) {
    return ofSymbol(symbol.replaceFirst("[^A-Za-z].*", ""));
  }

  /**
   * The element of a label, which may go on with letters of its own.
   *
   * @throws IllegalArgumentException naming the label if it begins with no element, or with two
   */
  static Element ofLabel(String label) {
    Matcher letters = LETTERS.matcher(label);
    if (!letters.matches()) {
      throw new IllegalArgumentException("'" + label + "' begins with no element");
    }
    String one = letters.group(1).toUpperCase(Locale.ROOT);
    String two = one + letters.group(2).toLowerCase(Locale.ROOT);
    boolean oneIsElement = isElement(one);
    boolean twoIsElement = two.length() == 2 && isElement(two);
    boolean secondIsCapital = letters.group(2).matches("[A-Z]");
    if (secondIsCapital && oneIsElement && twoIsElement) {
      throw new IllegalArgumentException(
          "'%s' may be %s or %s; _atom_site_type_symbol should say which"
              .formatted(label, one, two));
    }
    return twoIsElement ? ofSymbol(two) : ofSymbol(one);
  }

  private static boolean isElement(String symbol) {
    try {
      ofSymbol(symbol);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Deuterium is hydrogen here. */
  private static Element ofSymbol(String symbol) {
    if (symbol.equalsIgnoreCase("D")) {
      return Element.H;
    }
    return symbol.isEmpty()
        ? Element.ofSymbol(symbol)
        : Element.ofSymbol(
            symbol.substring(0, 1).toUpperCase(Locale.ROOT)
                + symbol.substring(1).toLowerCase(Locale.ROOT));
  }
}
