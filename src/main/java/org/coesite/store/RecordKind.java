package org.coesite.store;

import java.util.List;
import java.util.Locale;

/** What a link of the audit chain stands for, and where its content is kept. */
enum RecordKind {
  /** Settings as started or amended: number. */
  SETTINGS(
      "settings_version",
      "number = cast(? as integer)",
      List.of("since", "settings", "source", "changes")),

  /** A result: structure, purpose. */
  RELAXATION(
      "relaxation",
      "structure = ? and purpose = ?",
      List.of(
          "relaxation_key",
          "start_structure",
          "calculator",
          "version",
          "settings",
          "host",
          "worker",
          "activity",
          "attempt",
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
          "result_structure",
          "input_sha256",
          "output_sha256")),

  /** A failed attempt: structure, purpose, number. */
  ATTEMPT(
      "attempt",
      "structure = ? and purpose = ? and attempt = cast(? as integer)",
      List.of(
          "start_structure",
          "calculator",
          "version",
          "settings",
          "host",
          "worker",
          "activity",
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
          "result_structure",
          "steps")),

  /** What was decided about a failed attempt: structure, purpose, number. */
  DECISION(
      "attempt",
      "structure = ? and purpose = ? and attempt = cast(? as integer)",
      List.of("action", "next_calculator")),

  /** How a structure was made and what ranking decided about it: id. */
  VERDICT(
      "structure s join individual i on i.search = s.search and i.structure = s.id",
      "s.id = ?",
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

  private final String table;
  private final String condition;
  private final List<String> columns;

  RecordKind(String table, String condition, List<String> columns) {
    this.table = table;
    this.condition = condition;
    this.columns = columns;
  }

  /** As people write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The columns that a record consists of, in the order in which they are hashed. */
  List<String> columns() {
    return columns;
  }

  /** Selects them by the search and the parts of the key. */
  String query() {
    String search = this == VERDICT ? "s.search" : "search";
    return "select %s from %s where %s = ? and %s"
        .formatted(String.join(", ", columns), table, search, condition);
  }
}
