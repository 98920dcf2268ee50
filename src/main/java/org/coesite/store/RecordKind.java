package org.coesite.store;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a link of the audit chain stands for, and where its content is kept. */
enum RecordKind {
  /** Settings as started or amended. */
  SETTINGS(
      "settings_version",
      List.of("number"),
      List.of("search", "since", "settings", "source", "changes")),

  /** A decision table by which failed attempts were decided from some time on. */
  POLICY("failure_policy", List.of("number"), List.of("search", "since", "content")),

  /** A known phase that the search compares with. */
  REFERENCE("reference_phase", List.of("number"), List.of("name", "content")),

  /** A structure that a person gave. */
  INJECTION(
      "injected_structure",
      List.of("number"),
      List.of("search", "since", "file", "content", "sha256", "person", "start_structure")),

  /** A result. */
  RELAXATION(
      "relaxation",
      List.of("structure", "purpose"),
      joined(
          List.of(
              List.of("relaxation_key"),
              Run.SETUP,
              List.of("attempt"),
              Run.COURSE,
              List.of("input_sha256", "output_sha256")))),

  /** A failed attempt. */
  ATTEMPT(
      "attempt",
      List.of("structure", "purpose", "attempt"),
      joined(List.of(Run.SETUP, Run.COURSE, List.of("steps")))),

  /** What was decided about a failed attempt; a later decision has the next number. */
  DECISION(
      "decision",
      List.of("structure", "purpose", "attempt", "number"),
      List.of("action", "next_calculator")),

  /** How a structure was made and what ranking decided about it. */
  VERDICT(
      "(select s.id, s.generation, s.slot, s.operator, s.parents, s.draws, s.start_structure, i.*"
          + " from structure s join individual i on i.search = s.search and i.structure = s.id) v",
      List.of("id"),
      List.of(
          "generation",
          "slot",
          "operator",
          "parents",
          "draws",
          "start_structure",
          "verdict",
          "duplicate_of",
          "duplicate_distance",
          "duplicate_energy_difference",
          "reason",
          "energy_per_atom",
          "space_group_number",
          "space_group_symbol",
          "relaxed_structure"));

  /** The columns that results and failed attempts have in common, in the order of their hashes. */
  private static final class Run {

    static final List<String> SETUP =
        List.of(
            "start_structure", "calculator", "version", "settings", "host", "worker", "activity");

    static final List<String> COURSE =
        List.of(
            "started",
            "ended",
            "cpu_seconds",
            "outcome",
            "reason",
            "failure",
            "energy",
            "enthalpy",
            "max_force",
            "pressure",
            "stationary_point",
            "result_structure");
  }

  private static final Set<String> INTEGERS = Set.of("attempt", "number");

  private final String table;
  private final List<String> key;
  private final List<String> columns;

  RecordKind(String table, List<String> key, List<String> columns) {
    this.table = table;
    this.key = key;
    this.columns = columns;
  }

  private static List<String> joined(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  /** The kind of this name, if there is one. */
  static Optional<RecordKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }

  /** What names a record by the parts of its key. */
  static String record(Object... key) {
    return Arrays.stream(key).map(Object::toString).collect(joining("/"));
  }

  /** A record as people name it. */
  static String words(String kind, String record) {
    return kind.toLowerCase(Locale.ROOT) + ' ' + record;
  }

  /** The columns that a record consists of, in the order in which they are hashed. */
  List<String> columns() {
    return columns;
  }

  /** The parts of the key that name a record; empty if it names none of this kind. */
  Optional<List<String>> parts(String record) {
    List<String> parts = List.of(record.split("/", -1));
    boolean fits = parts.size() == key.size();
    for (int i = 0; fits && i < parts.size(); i++) {
      fits = !INTEGERS.contains(key.get(i)) || parts.get(i).matches("\\d{1,9}");
    }
    return fits ? Optional.of(parts) : Optional.empty();
  }

  /** Selects the columns by the search and the parts of the key. */
  String query() {
    return "select %s from %s where search = ? and %s"
        .formatted(
            String.join(", ", columns),
            table,
            key.stream().map(RecordKind::condition).collect(joining(" and ")));
  }

  private static String condition(String column) {
    return INTEGERS.contains(column) ? column + " = cast(? as integer)" : column + " = ?";
  }

  /** Selects the names of all records by the search. */
  String names() {
    return "select concat('', %s) from %s where search = ?"
        .formatted(String.join(", '/', ", key), table);
  }
}
