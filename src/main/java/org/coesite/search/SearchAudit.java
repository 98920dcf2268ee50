package org.coesite.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coesite.calculator.IonicStep;
import org.coesite.evolution.Candidate;
import org.coesite.evolution.Origin;

/** Reads what was computed in a search, failed attempts included. */
final class SearchAudit {

  private static final Comparator<AuditEntry> ORDER =
      Comparator.comparing((AuditEntry entry) -> entry.record().started())
          .thenComparing(entry -> entry.record().structure())
          .thenComparing(entry -> entry.record().purpose())
          .thenComparing(entry -> entry.record().attempt());

  private record Name(String structure, Purpose purpose, int attempt) {

    static Name of(RelaxationRecord record) {
      return new Name(record.structure(), record.purpose(), record.attempt());
    }
  }

  private final SearchStore store;

  SearchAudit(SearchStore store) {
    this.store = store;
  }

  /** All attempts in the order in which they began; results come without their steps. */
  List<AuditEntry> of(String search) {
    Map<RelaxationKey, Integer> steps = store.relaxations().lastSteps(search);
    return merged(
        store.attempts().all(search),
        store.relaxations().all(search).stream()
            .map(record -> new AuditEntry(record, steps.getOrDefault(record.key(), 0), List.of()))
            .toList());
  }

  /** The failed attempts by structure, purpose and number. */
  List<AuditEntry> failures(String search) {
    return store.attempts().all(search).stream().map(SearchAudit::entry).toList();
  }

  private static AuditEntry entry(Attempt attempt) {
    return new AuditEntry(attempt.record(), lastStep(attempt.record()), attempt.decisions());
  }

  /** What was done with one structure or known phase; empty if the search has none of this id. */
  Optional<StructureAudit> of(String search, String structure) {
    Optional<Origin> origin =
        store
            .structures()
            .candidate(search, RefinementSettings.structure(structure))
            .map(Candidate::origin);
    List<Attempt> failed = new ArrayList<>();
    List<AuditEntry> results = new ArrayList<>();
    for (Purpose purpose : Purpose.values()) {
      failed.addAll(store.attempts().of(search, structure, purpose));
      store
          .relaxations()
          .find(search, structure, purpose)
          .map(
              record ->
                  new AuditEntry(
                      record,
                      lastStep(record),
                      List.of(),
                      store.rawFiles().ofResult(search, structure, record.purpose())))
          .ifPresent(results::add);
    }
    boolean known = origin.isPresent() || !failed.isEmpty() || !results.isEmpty();
    return known
        ? Optional.of(
            new StructureAudit(
                structure,
                origin,
                ancestors(search, origin),
                store.structures().individual(search, structure),
                merged(failed, results).stream().map(this::withFiles).toList()))
        : Optional.empty();
  }

  private AuditEntry withFiles(AuditEntry entry) {
    RelaxationRecord record = entry.record();
    return entry.files().isEmpty()
        ? new AuditEntry(
            record,
            entry.steps(),
            entry.decisions(),
            store
                .rawFiles()
                .ofFailure(record.search(), record.structure(), record.purpose(), record.attempt()))
        : entry;
  }

  private Map<String, Origin> ancestors(String search, Optional<Origin> origin) {
    Map<String, Origin> ancestors = new LinkedHashMap<>();
    Deque<String> next = new ArrayDeque<>(origin.map(Origin::parents).orElse(List.of()));
    while (!next.isEmpty()) {
      String id = next.remove();
      if (!ancestors.containsKey(id)) {
        Origin made = store.structures().candidate(search, id).orElseThrow().origin();
        ancestors.put(id, made);
        next.addAll(made.parents());
      }
    }
    return ancestors;
  }

  /** A failure that was given up is also kept as the result; it is told once, with its decision. */
  private static List<AuditEntry> merged(List<Attempt> failed, List<AuditEntry> results) {
    List<AuditEntry> entries = new ArrayList<>();
    Set<Name> names = new HashSet<>();
    for (Attempt attempt : failed) {
      entries.add(entry(attempt));
      names.add(Name.of(attempt.record()));
    }
    results.stream()
        .filter(result -> !names.contains(Name.of(result.record())))
        .forEach(entries::add);
    entries.sort(ORDER);
    return List.copyOf(entries);
  }

  private static int lastStep(RelaxationRecord record) {
    List<IonicStep> steps = record.outcome().steps();
    return steps.isEmpty() ? 0 : steps.get(steps.size() - 1).number();
  }
}
