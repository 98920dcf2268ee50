package org.coesite.web.optimade;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the tokens of a filter one after the other, with the blanks behind them. */
final class FilterScanner {

  private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\r\\f\\x0B]*");
  private static final Pattern IDENTIFIER = Pattern.compile("[a-z_][a-z_0-9]*");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?");

  private static final int SHOWN = 12;

  private final String text;
  private int position;

  FilterScanner(String text) {
    this.text = text;
    takeAll(BLANKS);
  }

  /** Whether the text goes on with a token, which is then taken. */
  boolean take(String token) {
    if (!text.startsWith(token, position)) {
      return false;
    }
    position += token.length();
    takeAll(BLANKS);
    return true;
  }

  /** Takes a token that has to be there. */
  void require(String token) {
    if (!take(token)) {
      throw expected("'" + token + "'");
    }
  }

  /** Takes an identifier, if there is one. */
  @Nullable String identifier() {
    return token(IDENTIFIER);
  }

  /**
   * Takes a number, if there is one.
   *
   * @throws RefusalException if it is larger than any number here
   */
  @Nullable Double number() {
    int start = position;
    @Nullable String number = token(NUMBER);
    if (number == null) {
      return null;
    }
    double value = Double.parseDouble(number);
    if (Double.isInfinite(value)) {
      throw RefusalException.notImplemented(
          "filter, character %d: %s is outside ±%.3g"
              .formatted(start + 1, number, Double.MAX_VALUE));
    }
    return value;
  }

  /** Takes a text between double quotes, if there is one, and undoes its escapes. */
  @Nullable String string() {
    int start = position;
    if (start == text.length() || text.charAt(start) != '"') {
      return null;
    }
    StringBuilder value = new StringBuilder();
    for (int i = start + 1; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == '"') {
        position = i + 1;
        takeAll(BLANKS);
        return value.toString();
      }
      if (next == '\\') {
        i++;
        if (i == text.length() || "\"\\".indexOf(text.charAt(i)) < 0) {
          position = i;
          throw expected("'\"' or '\\' behind a backslash");
        }
      }
      value.append(text.charAt(i));
    }
    position = text.length();
    throw expected("a '\"' to close the one at character " + (start + 1));
  }

  boolean isAtEnd() {
    return position == text.length();
  }

  /** What to say where something else was expected. */
  RefusalException expected(String what) {
    String rest = text.substring(Math.min(position, text.length()));
    String found =
        rest.isEmpty()
            ? "the end"
            : "'" + (rest.length() <= SHOWN ? rest : rest.substring(0, SHOWN) + "…") + "'";
    return RefusalException.bad(
        "filter, character %d: expected %s, found %s".formatted(position + 1, what, found));
  }

  private @Nullable String token(Pattern pattern) {
    @Nullable String token = takeAll(pattern);
    if (token != null) {
      takeAll(BLANKS);
    }
    return token;
  }

  private @Nullable String takeAll(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    position = matcher.end();
    return matcher.group();
  }
}
