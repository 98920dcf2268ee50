package org.coesite.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What log lines carry beside their words: the search, generation and structure that they are
 * about. Held by SLF4J's MDC, so only lines of the same thread have them.
 *
 * @param values by name
 */
public record LogFields(Map<String, String> values) {

  /** Name of the search. */
  public static final String SEARCH = "search";

  private static final String GENERATION = "generation";
  private static final String STRUCTURE = "structure";

  /** An id as {@link org.coesite.evolution.Candidate#id} makes it. */
  private static final Pattern ID = Pattern.compile("g(\\d{1,9})s\\d+");

  /** Keeps its own copy. */
  public LogFields {
    values = Map.copyOf(values);
  }

  /** Of a search. */
  public static LogFields of(@Nullable String search) {
    return new LogFields(search == null ? Map.of() : Map.of(SEARCH, search));
  }

  /** Of an attempt that is to be made. */
  static LogFields of(AttemptOrder order) {
    return of(order.job().search())
        .withStructure(order.job().structure())
        .with("purpose", order.job().purpose().key())
        .with("calculator", order.plan().calculator())
        .with("attempt", order.plan().number());
  }

  /** Of an attempt that was made. */
  static LogFields of(RelaxationRecord attempt) {
    return of(attempt.search())
        .withStructure(attempt.structure())
        .with("purpose", attempt.purpose().key())
        .with("calculator", attempt.calculator())
        .with("attempt", attempt.attempt());
  }

  /** And of a generation, if it is known. */
  public LogFields withGeneration(@Nullable Integer generation) {
    return generation == null ? this : with(GENERATION, generation);
  }

  /** And of a structure, if there is one; also of the generation that it was made in. */
  public LogFields withStructure(@Nullable String structure) {
    if (structure == null) {
      return this;
    }
    Matcher id = ID.matcher(structure);
    return withGeneration(id.matches() ? Integer.valueOf(id.group(1)) : null)
        .with(STRUCTURE, structure);
  }

  private LogFields with(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value.toString());
    return new LogFields(more);
  }

  /** Those of this thread at present, with these added. */
  public LogFields alsoHere() {
    @Nullable Map<String, String> here = MDC.getCopyOfContextMap();
    Map<String, String> all = new LinkedHashMap<>(here == null ? Map.of() : here);
    all.putAll(values);
    return new LogFields(all);
  }

  /** Has the lines of this thread carry them; what it gives is to be run when that ends. */
  public Runnable begin() {
    @Nullable Map<String, String> before = MDC.getCopyOfContextMap();
    values.forEach(MDC::put);
    return () -> {
      if (before == null) {
        MDC.clear();
      } else {
        MDC.setContextMap(before);
      }
    };
  }

  /** Does something whose log lines carry them. */
  public <T> T call(Supplier<T> work) {
    Runnable end = begin();
    try {
      return work.get();
    } finally {
      end.run();
    }
  }

  /** Does something whose log lines carry them. */
  public void run(Runnable work) {
    Runnable end = begin();
    try {
      work.run();
    } finally {
      end.run();
    }
  }
}
