package org.coesite.web.optimade;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A property of structures.
 *
 * @param name under which it is asked for and answered
 * @param title in one line
 * @param description in full
 * @param type of its values
 * @param value of a structure; null if it has none
 */
record Property(
    String name,
    String title,
    String description,
    ValueType type,
    Function<StructureEntry, @Nullable Object> value) {

  /** What the names of properties that only Coesite has begin with. */
  static final String PREFIX = "_coesite_";

  /** A property of the specification that no structure here has. */
  static Property absent(String name, ValueType type) {
    return new Property(name, name, "Not known here.", type, entry -> null);
  }

  @Nullable Object of(StructureEntry entry) {
    return value.apply(entry);
  }
}
