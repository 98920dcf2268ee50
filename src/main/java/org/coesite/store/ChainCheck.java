package org.coesite.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coesite.search.AuditTrail.Head;
import org.coesite.search.AuditTrail.Verification;
import org.coesite.search.ContentHash;
import org.coesite.search.Json;
import org.coesite.search.SearchSettings;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares the chain of a search with the records that are kept. */
final class ChainCheck {

  private static final String BEGINNING = RecordKind.words(RecordKind.SETTINGS.name(), "0");

  private final JdbcClient jdbc;
  private final JdbcAuditTrail trail;
  private final List<String> problems = new ArrayList<>();

  ChainCheck(JdbcClient jdbc, JdbcAuditTrail trail) {
    this.jdbc = jdbc;
    this.trail = trail;
  }

  Verification of(String search) {
    Head head = trail.head(search);
    Set<String> linked = new HashSet<>();
    int number = 0;
    String before = JdbcAuditTrail.NONE.sha256();
    for (ChainLink link : trail.links(search)) {
      if (link.number() != number + 1) {
        problems.add(
            "link %d is missing before link %d, %s"
                .formatted(number + 1, link.number(), link.words()));
      }
      if (!link.follows(before)) {
        problems.add(
            "link %d, %s, does not follow from the one before: altered, missing or reordered"
                .formatted(link.number(), link.words()));
      }
      number = link.number();
      before = link.sha256();
      linked.add(link.words());
      checkContent(link, trail.content(search, link));
    }
    if (head.links() != number || !head.sha256().equals(before)) {
      problems.add(
          "the chain ends at link %d, its head says %d: links at the end are missing or altered"
              .formatted(number, head.links()));
    }
    List<String> others = recordsBeside(search, linked);
    boolean begunWithTheSearch = linked.contains(BEGINNING);
    if (begunWithTheSearch) {
      checkSettingsInUse(search);
      others.forEach(record -> problems.add(record + " is not in the chain: it was put in later"));
    }
    return new Verification(head, begunWithTheSearch ? 0 : others.size(), 0, problems);
  }

  private void checkContent(ChainLink link, Optional<String> content) {
    if (content.isEmpty()) {
      problems.add(link.words() + " is missing");
      return;
    }
    String sha256 = ContentHash.of(content.get());
    if (!sha256.equals(link.content())) {
      problems.add(
          "%s is altered: SHA-256 %s, was %s".formatted(link.words(), sha256, link.content()));
    }
  }

  private List<String> recordsBeside(String search, Set<String> linked) {
    List<String> others = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      jdbc.sql(kind.names()).param(search).query(String.class).list().stream()
          .map(record -> RecordKind.words(kind.name(), record))
          .filter(record -> !linked.contains(record))
          .forEach(others::add);
    }
    new JdbcRawFileRepository(jdbc)
        .all(search).stream()
            .filter(file -> !linked.contains(file.record()))
            .map(file -> "file %s of %s".formatted(file.file().name(), file.record()))
            .forEach(others::add);
    return others;
  }

  /** A search goes by the settings in its own row; the sealed ones are a copy of these. */
  private void checkSettingsInUse(String search) {
    record Settings(int number, boolean same, String sealed, long seed) {}
    jdbc.sql(
            "select v.number, v.settings = s.settings and v.source = s.source as same, v.settings,"
                + " s.seed from search s join settings_version v on v.search = s.name where s.name"
                + " = ? order by v.number desc limit 1")
        .param(search)
        .query(
            (row, n) ->
                new Settings(row.getInt(1), row.getBoolean(2), row.getString(3), row.getLong(4)))
        .optional()
        .filter(
            last ->
                !last.same()
                    || Json.read(last.sealed(), SearchSettings.class).seed() != last.seed())
        .ifPresent(
            last ->
                problems.add(
                    "the settings in use are altered: they differ from settings " + last.number()));
  }
}
