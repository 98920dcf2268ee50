package org.coesite.symmetry;

import java.util.List;
import java.util.Map;

/**
 * A JavaScript object that moyo returned, read by key.
 *
 * @param properties values by key: text, numbers, lists and further maps
 */
record ScriptObject(Map<?, ?> properties) {

  /** An object from a value that has to be one. */
  static ScriptObject of(Object value) {
    return new ScriptObject((Map<?, ?>) value);
  }

  String text(String key) {
    return (String) value(key);
  }

  int integer(String key) {
    return ((Number) value(key)).intValue();
  }

  double number(String key) {
    return ((Number) value(key)).doubleValue();
  }

  double[] numbers(String key) {
    return numbers(value(key));
  }

  List<String> texts(String key) {
    return list(key).stream().map(String.class::cast).toList();
  }

  ScriptObject object(String key) {
    return of(value(key));
  }

  List<ScriptObject> objects(String key) {
    return list(key).stream().map(ScriptObject::of).toList();
  }

  List<Integer> integers(String key) {
    return list(key).stream().map(n -> ((Number) n).intValue()).toList();
  }

  List<double[]> vectors(String key) {
    return list(key).stream().map(ScriptObject::numbers).toList();
  }

  private List<?> list(String key) {
    return (List<?>) value(key);
  }

  private static double[] numbers(Object value) {
    return ((List<?>) value).stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
  }

  private Object value(String key) {
    Object value = properties.get(key);
    if (value == null) {
      throw new IllegalStateException("moyo returned no '" + key + "'");
    }
    return value;
  }
}
