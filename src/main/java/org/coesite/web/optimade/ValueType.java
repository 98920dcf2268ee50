package org.coesite.web.optimade;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What values of a property are.
 *
 * @param kind which of the data types of OPTIMADE
 * @param unit in symbols of GNU Units; dimensionless for numbers without, inapplicable for the rest
 * @param items what the items of a list are, else null
 * @param fields what the values of a dictionary are, by key
 */
record ValueType(Kind kind, String unit, @Nullable ValueType items, Map<String, ValueType> fields) {

  static final ValueType STRING = plain(Kind.STRING, "inapplicable");
  static final ValueType TIMESTAMP = plain(Kind.TIMESTAMP, "inapplicable");
  static final ValueType BOOLEAN = plain(Kind.BOOLEAN, "inapplicable");
  static final ValueType INTEGER = plain(Kind.INTEGER, "dimensionless");
  static final ValueType FLOAT = floatIn("dimensionless");

  /** Of properties that only other providers know. */
  static final ValueType UNKNOWN = plain(Kind.UNKNOWN, "inapplicable");

  /** The data types of OPTIMADE. */
  enum Kind {
    STRING,
    INTEGER,
    FLOAT,
    BOOLEAN,
    TIMESTAMP,
    LIST,
    DICTIONARY,
    UNKNOWN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ValueType floatIn(String unit) {
    return plain(Kind.FLOAT, unit);
  }

  static ValueType listOf(ValueType items) {
    return new ValueType(Kind.LIST, "inapplicable", items, Map.of());
  }

  static ValueType dictionaryOf(Map<String, ValueType> fields) {
    return new ValueType(Kind.DICTIONARY, "inapplicable", null, fields);
  }

  private static ValueType plain(Kind kind, String unit) {
    return new ValueType(kind, unit, null, Map.of());
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isNumber() {
    return is(Kind.INTEGER) || is(Kind.FLOAT);
  }

  /** Whether its values can be put in order. */
  boolean hasOrder() {
    return isNumber() || is(Kind.STRING) || is(Kind.TIMESTAMP);
  }

  /** Whether a relation may be asked between its values and those of another type. */
  boolean allows(Relation relation, ValueType other) {
    if (is(Kind.UNKNOWN) || other.is(Kind.UNKNOWN)) {
      return true;
    }
    if (relation.isOfText()) {
      return is(Kind.STRING) && other.is(Kind.STRING);
    }
    if (is(Kind.BOOLEAN)) {
      return other.is(Kind.BOOLEAN) && !relation.isOfOrder();
    }
    return hasOrder() && (isNumber() ? other.isNumber() : other.is(kind));
  }
}
