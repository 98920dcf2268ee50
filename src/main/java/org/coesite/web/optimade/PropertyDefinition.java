package org.coesite.web.optimade;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.coesite.web.optimade.ValueType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Properties as {@code /info/structures} describes them.
 *
 * <p>Version 1.2 wants names of JSON Schema under {@code type}, such as {@code array}; earlier ones
 * want those of OPTIMADE, such as {@code list}, and so does the validator of the consortium
 * (1.5.0). At the top level the latter stand here, together with {@code x-optimade-type}; inside,
 * where only 1.2 looks, the former.
 */
final class PropertyDefinition {

  private static final Map<String, String> UNITS =
      Map.of(
          "angstrom", "ångström",
          "angstrom^3", "cubic ångström",
          "electronvolt", "electronvolt",
          "gigapascal", "gigapascal");

  private PropertyDefinition() {}

  static Map<String, Object> of(Property property) {
    ValueType type = property.type();
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("$id", "urn:coesite:optimade:structures:" + property.name());
    definition.put("title", property.title());
    definition.put("description", property.description());
    definition.put("x-optimade-property", format(type));
    definition.putAll(body(type));
    definition.put("type", type.kind().toString());
    definition.put("sortable", type.hasOrder());
    definition.put(
        "x-optimade-implementation",
        Map.of("sortable", type.hasOrder(), "query-support", querySupport(type)));
    return definition;
  }

  /** Lists of lists, and of dictionaries, have no items that a value could be compared with. */
  private static String querySupport(ValueType type) {
    @Nullable ValueType items = type.items();
    return items == null || items.hasOrder() ? "all mandatory" : "none";
  }

  private static Map<String, Object> format(ValueType type) {
    Map<String, Object> format = new LinkedHashMap<>(Map.of("property-format", "1.2"));
    Set<String> units = new TreeSet<>();
    collectUnits(type, units);
    List<Map<String, Object>> definitions = new ArrayList<>();
    for (String unit : units) {
      definitions.add(
          Map.of(
              "symbol", unit,
              "title", UNITS.get(unit),
              "description", UNITS.get(unit),
              "standard", Map.of("name", "gnu units", "version", "3.15", "symbol", unit)));
    }
    if (!definitions.isEmpty()) {
      format.put("unit-definitions", definitions);
    }
    return format;
  }

  private static void collectUnits(ValueType type, Set<String> units) {
    if (UNITS.containsKey(type.unit())) {
      units.add(type.unit());
    }
    @Nullable ValueType items = type.items();
    if (items != null) {
      collectUnits(items, units);
    }
    type.fields().values().forEach(field -> collectUnits(field, units));
  }

  private static Map<String, Object> body(ValueType type) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("x-optimade-type", type.kind().toString());
    body.put("x-optimade-unit", type.unit());
    body.put("type", jsonType(type.kind()));
    @Nullable ValueType items = type.items();
    if (items != null) {
      body.put("items", body(items));
    }
    if (type.is(Kind.DICTIONARY)) {
      Map<String, Object> fields = new TreeMap<>();
      type.fields().forEach((name, field) -> fields.put(name, body(field)));
      body.put("properties", fields);
    }
    if (type.is(Kind.TIMESTAMP)) {
      body.put("format", "date-time");
    }
    return body;
  }

  private static String jsonType(Kind kind) {
    return switch (kind) {
      case FLOAT -> "number";
      case LIST -> "array";
      case DICTIONARY -> "object";
      case TIMESTAMP -> "string";
      default -> kind.toString();
    };
  }
}
