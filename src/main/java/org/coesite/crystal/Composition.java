package org.coesite.crystal;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many atoms of each element a cell holds, ordered by atomic number.
 *
 * @param counts atoms per element, each positive
 */
public record Composition(SortedMap<Element, Integer> counts) {

  private static final Pattern PART = Pattern.compile("([A-Z][a-z]?)(\\d*)");

  private static final int MOST = 999_999;

  /** Keeps its own unmodifiable copy. */
  public Composition {
    if (counts.isEmpty()) {
      throw new IllegalArgumentException("a composition needs at least one element");
    }
    counts.forEach(
        (element, count) -> {
          if (count < 1) {
            throw new IllegalArgumentException(element + ": count " + count + " is below 1");
          }
        });
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** Composition of the listed atoms. */
  public static Composition of(Collection<Element> atoms) {
    SortedMap<Element, Integer> counts = new TreeMap<>();
    atoms.forEach(element -> counts.merge(element, 1, Integer::sum));
    return new Composition(counts);
  }

  /**
   * Reads a formula such as {@code Si3O6} or {@code MgAl2O4}.
   *
   * @throws IllegalArgumentException naming the part that is no element with a count
   */
  public static Composition parse(String formula) {
    SortedMap<Element, Integer> counts = new TreeMap<>();
    Matcher matcher = PART.matcher(formula);
    int position = 0;
    while (position < formula.length()) {
      if (!matcher.find(position) || matcher.start() != position) {
        throw new IllegalArgumentException(
            "'%s' is no formula: stopped at '%s'".formatted(formula, formula.substring(position)));
      }
      String digits = matcher.group(2);
      if (digits.length() > 6) {
        throw new IllegalArgumentException(
            "'%s': count %s is above 999999".formatted(formula, digits));
      }
      int count = digits.isEmpty() ? 1 : Integer.parseInt(digits);
      int sum = counts.merge(Element.ofSymbol(matcher.group(1)), count, Integer::sum);
      if (sum > MOST) {
        throw new IllegalArgumentException(
            "'%s': count %d is above %d".formatted(formula, sum, MOST));
      }
      position = matcher.end();
    }
    return new Composition(counts);
  }

  /** Atoms in all. */
  public int atoms() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Atoms of one element, 0 if it is absent. */
  public int count(Element element) {
    return counts.getOrDefault(element, 0);
  }

  /** How often the reduced formula fits: 3 for Si3O6. */
  public int formulaUnits() {
    return counts.values().stream().reduce(0, Composition::greatestCommonDivisor);
  }

  /** So many times as many atoms of each element. */
  public Composition times(int factor) {
    SortedMap<Element, Integer> larger = new TreeMap<>();
    counts.forEach((element, count) -> larger.put(element, count * factor));
    return new Composition(larger);
  }

  /** The composition of one formula unit: SiO2 for Si3O6. */
  public Composition reduced() {
    int units = formulaUnits();
    SortedMap<Element, Integer> smaller = new TreeMap<>();
    counts.forEach((element, count) -> smaller.put(element, count / units));
    return new Composition(smaller);
  }

  /** Formula with the more electropositive elements first, for example SiO2 or MgAl2O4. */
  public String formula() {
    StringBuilder text = new StringBuilder();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Element.BY_ELECTRONEGATIVITY))
        .forEach(e -> text.append(e.getKey()).append(e.getValue() == 1 ? "" : e.getValue()));
    return text.toString();
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  @Override
  public String toString() {
    return formula();
  }
}
