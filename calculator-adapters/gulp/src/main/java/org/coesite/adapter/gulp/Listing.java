package org.coesite.adapter.gulp;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The lines of a text that GULP wrote, and where to find things in it. */
record Listing(List<String> lines) {

  /** Of a file that is not there. */
  static final Listing EMPTY = new Listing(List.of());

  private static final String RULE = "-----";

  /** Characters of a word that are worth telling. */
  private static final int LONGEST = 500;

  static Listing of(String text) {
    return new Listing(text.lines().toList());
  }

  boolean contains(String words) {
    return lines.stream().anyMatch(line -> line.contains(words));
  }

  /** The lines that contain the words, without the blanks around them. */
  Stream<String> linesWith(String words) {
    return lines.stream().filter(line -> line.contains(words)).map(String::strip);
  }

  /** What stands behind the equals sign of the last line that begins with this label. */
  Optional<String> lastValue(String label) {
    return lines.stream()
        .map(String::strip)
        .filter(line -> line.startsWith(label) && line.contains("="))
        .reduce((first, second) -> second)
        .map(line -> line.substring(line.indexOf('=') + 1).strip());
  }

  /** The rows of the first table below a heading, without the rules between them. */
  List<String> firstTable(String heading) {
    return rows(IntStream.range(0, lines.size()), heading);
  }

  /** The rows of the last table below a heading, without the rules between them. */
  List<String> lastTable(String heading) {
    int last = lines.size() - 1;
    return rows(IntStream.rangeClosed(0, last).map(i -> last - i), heading);
  }

  /** A table has one rule above its head and one below, and ends with a blank line. */
  private List<String> rows(IntStream order, String heading) {
    int start = find(order, heading);
    if (start < 0) {
      return List.of();
    }
    int[] rules =
        IntStream.range(start, lines.size())
            .filter(i -> lines.get(i).startsWith(RULE))
            .limit(2)
            .toArray();
    return rules.length < 2
        ? List.of()
        : lines.subList(rules[1] + 1, lines.size()).stream()
            .takeWhile(line -> !line.isBlank())
            .filter(line -> !line.startsWith(RULE))
            .toList();
  }

  /** The first lines with content below the last line with this heading. */
  List<String> below(String heading, int count) {
    int last = lines.size() - 1;
    int start = find(IntStream.rangeClosed(0, last).map(i -> last - i), heading);
    return start < 0
        ? List.of()
        : lines.subList(start + 1, lines.size()).stream()
            .filter(line -> !line.isBlank())
            .limit(count)
            .toList();
  }

  private int find(IntStream order, String heading) {
    return order.filter(i -> lines.get(i).contains(heading)).findFirst().orElse(-1);
  }

  /**
   * A number as GULP prints it; not a number where it overflowed its field.
   *
   * @throws IllegalArgumentException quoting what is no number
   */
  static double number(String text) {
    String word = text.strip().split("\\s+", 2)[0];
    try {
      return word.startsWith("*") || word.endsWith("*") ? Double.NaN : Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + quotable(word) + "' is no number", e);
    }
  }

  /**
   * A count as GULP prints it.
   *
   * @throws IllegalArgumentException quoting what is no whole number
   */
  static int count(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + quotable(text) + "' is no whole number", e);
    }
  }

  private static String quotable(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }
}
