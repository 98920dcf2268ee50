package org.coesite.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A piece of a YAML file that remembers its line. */
sealed interface SettingsNode {

  /** Line in the file, from 1. */
  int line();

  /** What it is, in words for an error message. */
  String description();

  /**
   * A single value.
   *
   * @param text as it stands in the file, without quotes; empty if there is nothing
   */
  record Scalar(int line, String text) implements SettingsNode {
    @Override
    public String description() {
      return text.isEmpty() ? "nothing" : "'" + text + "'";
    }
  }

  /** Values in square brackets or behind dashes. */
  record Sequence(int line, List<SettingsNode> items) implements SettingsNode {

    /** Keeps its own copy. */
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String description() {
      return "a list";
    }
  }

  /** Keys with their values, in the order of the file. */
  record Mapping(int line, Map<String, Field> fields) implements SettingsNode {

    /** Keeps its own copy. */
    public Mapping {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String description() {
      return "a group of keys";
    }

    /** All values by their keys, each behind the groups that it is in: {@code start.subCells}. */
    SortedMap<String, String> values() {
      SortedMap<String, String> values = new TreeMap<>();
      fields.forEach(
          (key, field) -> {
            if (field.value() instanceof Mapping group) {
              group.values().forEach((path, text) -> values.put(key + "." + path, text));
            } else {
              values.put(key, text(field.value()));
            }
          });
      return values;
    }

    private static String text(SettingsNode node) {
      if (node instanceof Scalar scalar) {
        return scalar.text();
      }
      return node instanceof Sequence list
          ? list.items().stream().map(Mapping::text).toList().toString()
          : ((Mapping) node).values().toString();
    }
  }

  /**
   * What belongs to a key.
   *
   * @param line line of the key, from 1
   * @param column column of the key, from 1
   * @param value what follows it
   */
  record Field(int line, int column, SettingsNode value) {}
}
