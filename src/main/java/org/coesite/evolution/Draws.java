package org.coesite.evolution;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.coesite.crystal.Vector3;

/** Random draws and chosen parameters, written down as they are made. */
final class Draws {

  private final SortedMap<String, String> values = new TreeMap<>();

  Draws put(String name, String value) {
    values.put(name, value);
    return this;
  }

  Draws put(String name, int value) {
    return put(name, Integer.toString(value));
  }

  Draws put(String name, double... numbers) {
    return put(
        name,
        DoubleStream.of(numbers)
            .mapToObj(number -> String.format(Locale.ROOT, "%.6f", number))
            .collect(Collectors.joining(" ")));
  }

  Draws put(String name, Vector3 vector) {
    return put(name, vector.x(), vector.y(), vector.z());
  }

  SortedMap<String, String> values() {
    return values;
  }
}
