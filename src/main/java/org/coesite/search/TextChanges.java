package org.coesite.search;

import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.coesite.evolution.EvolutionSettings;

/**
 * What stands in one search.yaml and not, or otherwise, in another.
 *
 * @param before the text of the one
 * @param values what each of its keys says
 * @param others what each key of the other says
 */
record TextChanges(
    String before, SortedMap<String, String> values, SortedMap<String, String> others) {

  private static final Set<String> EVOLUTION =
      Set.of("composition", "formulaUnits", "start", "relaxed", "generation", "duplicates");

  private static final Set<String> RELAXATION =
      Set.of("potential", "stages", "pressure", "relaxation", "batch");

  static TextChanges between(String before, String after) {
    return new TextChanges(before, values(before), values(after));
  }

  private static SortedMap<String, String> values(String text) {
    return text.isBlank()
        ? new TreeMap<>()
        : SettingsParser.parse(SearchSettingsReader.FILE, text).values();
  }

  /** Whether both ask for the same genetic algorithm as files are read today, by the same keys. */
  boolean keepsEvolution(EvolutionSettings asked) {
    try {
      return SearchSettingsReader.evolution(before).equals(asked)
          && keys(values, EVOLUTION).equals(keys(others, EVOLUTION));
    } catch (SettingsException outdated) {
      // A key that has gone or a limit that is narrower now: only the values can be compared.
      return false;
    }
  }

  /** The change of a key in words such as {@code seed (1, now 2)}; empty if it says the same. */
  String of(String key) {
    return changes(key::equals);
  }

  /** The changed keys of the genetic algorithm, or these words where no text is changed. */
  String ofEvolution(String otherwise) {
    return changesWithin(EVOLUTION, otherwise);
  }

  /** The changed keys of the screening, or these words where no text is changed. */
  String ofRelaxation(String otherwise) {
    return changesWithin(RELAXATION, otherwise);
  }

  private String changesWithin(Set<String> groups, String otherwise) {
    String changes = changes(key -> groups.contains(group(key)));
    return changes.isEmpty() ? otherwise : changes;
  }

  private String changes(Predicate<String> wanted) {
    SortedSet<String> keys = new TreeSet<>(values.keySet());
    keys.addAll(others.keySet());
    return keys.stream()
        .filter(wanted)
        .filter(key -> !said(values, key).equals(said(others, key)))
        .map(key -> "%s (%s, now %s)".formatted(key, said(values, key), said(others, key)))
        .collect(Collectors.joining(", "));
  }

  private static String said(SortedMap<String, String> values, String key) {
    return values.getOrDefault(key, "not given");
  }

  private static Set<String> keys(SortedMap<String, String> values, Set<String> groups) {
    return values.keySet().stream()
        .filter(key -> groups.contains(group(key)))
        .collect(Collectors.toSet());
  }

  private static String group(String key) {
    return key.split("\\.", 2)[0];
  }
}
