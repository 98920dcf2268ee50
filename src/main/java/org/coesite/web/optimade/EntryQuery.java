package org.coesite.web.optimade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of the entries.
 *
 * @param condition which of them
 * @param order in which order
 * @param offset how many of them to leave out at the beginning
 * @param limit how many to answer with at most
 * @param fields which of their properties, by name
 * @param foreign properties of other providers that it asks for
 */
record EntryQuery(
    Predicate<StructureEntry> condition,
    Comparator<StructureEntry> order,
    int offset,
    int limit,
    List<Property> fields,
    Set<String> foreign) {

  static final int MOST = 1000;
  private static final int USUAL = 100;

  /** Other ways to page, which a client must not believe to have worked. */
  private static final Set<String> OTHER_PAGING =
      Set.of("page_number", "page_cursor", "page_above", "page_below");

  /**
   * Reads the parameters of a request for many entries.
   *
   * @throws RefusalException naming the parameter and what is wrong with it
   */
  static EntryQuery ofMany(Map<String, String> parameters, Schema schema) {
    for (String other : OTHER_PAGING) {
      if (parameters.containsKey(other)) {
        throw RefusalException.bad(other + ": pages here go by page_offset and page_limit");
      }
    }
    int limit = number(parameters, "page_limit", USUAL, 1);
    if (limit > MOST) {
      throw RefusalException.tooMuch("page_limit: %d is above %d".formatted(limit, MOST));
    }
    FilterBinding binding = new FilterBinding(schema);
    Predicate<StructureEntry> condition = condition(parameters.get("filter"), binding);
    EntryQuery fields = ofOne(parameters, schema);
    Set<String> foreign = new TreeSet<>(binding.foreign());
    foreign.addAll(fields.foreign);
    return new EntryQuery(
        condition,
        order(parameters.get("sort"), schema),
        number(parameters, "page_offset", 0, 0),
        limit,
        fields.fields,
        foreign);
  }

  /**
   * Reads the parameters of a request for one entry.
   *
   * @throws RefusalException naming the parameter and what is wrong with it
   */
  static EntryQuery ofOne(Map<String, String> parameters, Schema schema) {
    requireKnown(parameters, "response_format", Set.of("", "json"));
    requireKnown(parameters, "include", Set.of("", "references"));
    Set<String> foreign = new TreeSet<>();
    List<Property> fields = fields(parameters.get("response_fields"), schema, foreign);
    return new EntryQuery(entry -> true, (one, other) -> 0, 0, 1, fields, foreign);
  }

  private static void requireKnown(Map<String, String> parameters, String name, Set<String> known) {
    String value = parameters.getOrDefault(name, "");
    if (!known.contains(value)) {
      throw RefusalException.bad(
          "%s: '%s' is not served, only %s"
              .formatted(name, value, String.join(" ", known).strip()));
    }
  }

  private static int number(Map<String, String> parameters, String name, int usual, int least) {
    @Nullable String text = parameters.get(name);
    if (text == null || text.isBlank()) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text.strip());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException noNumber) {
      // Said below, like a number that is too small.
    }
    throw RefusalException.bad(
        "%s: '%s' is no integer from %d to %d".formatted(name, text, least, Integer.MAX_VALUE));
  }

  private static Predicate<StructureEntry> condition(
      @Nullable String filter, FilterBinding binding) {
    if (filter == null || filter.isBlank()) {
      return entry -> true;
    }
    Condition condition = binding.bind(FilterParser.parse(filter));
    return entry -> condition.of(entry) == Truth.TRUE;
  }

  private static Comparator<StructureEntry> order(@Nullable String sort, Schema schema) {
    Comparator<StructureEntry> order = (one, other) -> 0;
    if (sort != null && !sort.isBlank()) {
      for (String field : sort.split(",", -1)) {
        boolean down = field.strip().startsWith("-");
        Property property = sortable(field.strip().substring(down ? 1 : 0), schema);
        Comparator<Object> values = down ? (a, b) -> Values.compare(b, a) : Values::compare;
        order = order.thenComparing(property::of, Comparator.nullsLast(values));
      }
    }
    return order;
  }

  private static Property sortable(String name, Schema schema) {
    return schema
        .find(name)
        .filter(property -> property.type().hasOrder())
        .orElseThrow(
            () ->
                RefusalException.bad(
                    "sort: '%s' is no property that can be sorted by".formatted(name)));
  }

  private static List<Property> fields(@Nullable String names, Schema schema, Set<String> foreign) {
    if (names == null || names.isBlank()) {
      return schema.served();
    }
    List<Property> fields = new ArrayList<>();
    for (String name : names.split(",", -1)) {
      String field = name.strip();
      Optional<Property> property = schema.find(field);
      if (property.isPresent()) {
        fields.add(property.get());
      } else if (Schema.isForeign(field)) {
        foreign.add(field);
        fields.add(Property.absent(field, ValueType.UNKNOWN));
      } else {
        throw RefusalException.bad("response_fields: there is no property '%s'".formatted(field));
      }
    }
    return fields;
  }
}
