package org.coesite.web.optimade;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coesite.web.optimade.ValueType.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison with its type.
 *
 * @param name what to call it in a complaint
 * @param type of its values
 * @param value for an entry; null if unknown
 */
record Term(String name, ValueType type, Function<StructureEntry, @Nullable Object> value) {

  static Term constant(ValueType type, Object value) {
    return new Term(value.toString(), type, entry -> value);
  }

  @Nullable Object of(StructureEntry entry) {
    return value.apply(entry);
  }

  /**
   * The part of a dictionary, or that of each dictionary in a list, as one flat list.
   *
   * @throws RefusalException if there is none
   */
  Term part(String key) {
    @Nullable ValueType items = type.items();
    boolean inList = items != null && items.is(Kind.DICTIONARY);
    @Nullable ValueType part = (items == null ? type : items).fields().get(key);
    String longer = name + "." + key;
    if (part == null) {
      throw RefusalException.bad("filter: there is no property '%s'".formatted(longer));
    }
    if (!inList) {
      return new Term(
          longer,
          part,
          value.andThen(found -> found == null ? null : ((Map<?, ?>) found).get(key)));
    }
    return new Term(
        longer,
        part.is(Kind.LIST) ? part : ValueType.listOf(part),
        value.andThen(found -> found == null ? null : parts((List<?>) found, key)));
  }

  private static List<?> parts(List<?> dictionaries, String key) {
    return dictionaries.stream()
        .map(dictionary -> ((Map<?, ?>) dictionary).get(key))
        .filter(Objects::nonNull)
        .flatMap(part -> part instanceof List<?> list ? list.stream() : Stream.of(part))
        .toList();
  }
}
