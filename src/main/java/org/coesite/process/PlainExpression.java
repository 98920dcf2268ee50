package org.coesite.process;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model may compute with: variables, literals and their comparison. Calls, properties and
 * indexes reach into Java and are left out.
 */
final class PlainExpression {

  /** Said to people whose expression is refused. */
  static final String ALLOWED =
      "an expression may only name variables and compare them, such as ${next == 'again'}";

  private static final int LONGEST = 1000;

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^{}]*)}");
  private static final Pattern OPENING = Pattern.compile("[$#]\\{");

  /** A name that is followed by a bracket would be a call. */
  private static final Pattern TOKENS =
      Pattern.compile(
          "(?:\\s+"
              + "|execution\\.processBusinessKey\\b(?!\\s*[(.\\[])"
              + "|(?:and|or|not|empty|eq|ne|lt|gt|le|ge)\\b"
              + "|[A-Za-z_]\\w*+(?!\\s*[(.\\[])"
              + "|\\d++(?:\\.\\d++)?"
              + "|'[^'\\\\]*+'|\"[^\"\\\\]*+\""
              + "|[=!<>]=|&&|\\|\\||[<>!()])*+");

  private PlainExpression() {}

  /** Whether every expression in a text is plain; so is a text without any. */
  static boolean isPlain(String text) {
    Matcher expression = EXPRESSION.matcher(text);
    while (expression.find()) {
      String body = expression.group(1);
      if (body.length() > LONGEST || !TOKENS.matcher(body).matches()) {
        return false;
      }
    }
    return !OPENING.matcher(expression.replaceAll("")).find();
  }
}
