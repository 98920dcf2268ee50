package org.coesite.crystal.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes loops without values out of CIF text.
 *
 * <p>CIF has no such loops, but GULP writes one where it has no symmetry, and then whatever follows
 * would be read as the loop's.
 */
final class EmptyLoops {

  private EmptyLoops() {}

  /** The text without its empty loops; the other lines keep their numbers. */
  static String removed(String text) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int line = 0;
    while (line < lines.size()) {
      if (words(lines.get(line)).equals(List.of("loop_"))) {
        int names = line + 1;
        while (names < lines.size() && isName(words(lines.get(names)))) {
          names++;
        }
        if (names > line + 1 && names < lines.size() && isItem(words(lines.get(names)))) {
          for (int i = line; i < names; i++) {
            lines.set(i, "");
          }
        }
        line = names;
      } else {
        line++;
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<String> words(String line) {
    return List.of(line.strip().split("\\s+"));
  }

  /** A data name alone: a column of a loop. */
  private static boolean isName(List<String> words) {
    return words.get(0).startsWith("_") && (words.size() == 1 || words.get(1).startsWith("#"));
  }

  /** A data name with its value: no part of a loop. */
  private static boolean isItem(List<String> words) {
    return words.get(0).startsWith("_") && words.size() > 1;
  }
}
