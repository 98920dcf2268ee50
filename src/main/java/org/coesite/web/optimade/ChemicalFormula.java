package org.coesite.web.optimade;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.crystal.Composition;

/** Formulas as OPTIMADE has them. */
final class ChemicalFormula {

  private static final int LETTERS = 26;

  private ChemicalFormula() {}

  /** Atoms of each element, in the alphabetical order of the symbols. */
  static SortedMap<String, Integer> alphabetical(Composition composition) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    composition.counts().forEach((element, count) -> counts.put(element.symbol(), count));
    return counts;
  }

  /** One formula unit, elements in alphabetical order: {@code O2Si}. */
  static String reduced(Composition composition) {
    StringBuilder formula = new StringBuilder();
    alphabetical(composition.reduced()).forEach((symbol, count) -> append(formula, symbol, count));
    return formula.toString();
  }

  /** One formula unit without its elements, the most frequent first: {@code A2B}. */
  static String anonymous(Composition composition) {
    List<Integer> counts =
        composition.reduced().counts().values().stream()
            .sorted(Collections.reverseOrder())
            .toList();
    StringBuilder formula = new StringBuilder();
    for (int i = 0; i < counts.size(); i++) {
      append(formula, letter(i), counts.get(i));
    }
    return formula.toString();
  }

  /** A to Z, then Aa to Za, then Ab and so on. */
  private static String letter(int number) {
    String capital = String.valueOf((char) ('A' + number % LETTERS));
    return number < LETTERS ? capital : capital + (char) ('a' + number / LETTERS - 1);
  }

  private static void append(StringBuilder formula, String symbol, int count) {
    formula.append(symbol).append(count == 1 ? "" : count);
  }
}
