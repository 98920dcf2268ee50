package org.coesite.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.coesite.search.AuditTrail;
import org.coesite.search.ContentHash;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chain in the tables {@code audit_head} and {@code audit_link}. */
final class JdbcAuditTrail implements AuditTrail {

  private static final Head NONE = new Head(0, "0".repeat(64));

  private record Row(int number, RecordKind kind, String record, String content, String sha256) {

    static String sha256(
        String before, int number, RecordKind kind, String record, String content) {
      return ContentHash.of(
          String.join("\n", before, Integer.toString(number), kind.name(), record, content));
    }

    String words() {
      return "%s %s".formatted(kind.word(), record);
    }
  }

  private final JdbcClient jdbc;
  private final RecordContent contents;

  JdbcAuditTrail(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.contents = new RecordContent(jdbc);
  }

  /** Begins the chain of a search that is made in the transaction at hand. */
  void begin(String search) {
    jdbc.sql("insert into audit_head (search, number, sha256) values (?, ?, ?)")
        .params(search, NONE.links(), NONE.sha256())
        .update();
  }

  /**
   * Adds a record, named by the parts of its key, that was written in the transaction at hand; one
   * that has its link already is left as it is. Others wait at the head until that transaction
   * ends.
   */
  void append(String search, RecordKind kind, Object... key) {
    String record = String.join("/", Arrays.stream(key).map(Object::toString).toList());
    Head head =
        jdbc.sql("select number, sha256 from audit_head where search = ? for update")
            .param(search)
            .query((row, n) -> new Head(row.getInt(1), row.getString(2)))
            .single();
    if (isLinked(search, kind, record)) {
      return;
    }
    int number = head.links() + 1;
    String content =
        contents
            .of(search, kind, record)
            .map(ContentHash::of)
            .orElseThrow(
                () -> new IllegalStateException("there is no %s %s".formatted(kind, record)));
    String sha256 = Row.sha256(head.sha256(), number, kind, record, content);
    jdbc.sql(
            "insert into audit_link (search, number, kind, record, content_sha256, sha256)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(search, number, kind.name(), record, content, sha256)
        .update();
    jdbc.sql("update audit_head set number = ?, sha256 = ? where search = ?")
        .params(number, sha256, search)
        .update();
  }

  private boolean isLinked(String search, RecordKind kind, String record) {
    return jdbc.sql("select 1 from audit_link where search = ? and kind = ? and record = ?")
        .params(search, kind.name(), record)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  @Override
  public Head head(String search) {
    return jdbc.sql("select number, sha256 from audit_head where search = ?")
        .param(search)
        .query((row, n) -> new Head(row.getInt(1), row.getString(2)))
        .optional()
        .orElse(NONE);
  }

  @Override
  public void export(String search, Consumer<Link> sink) {
    String before = NONE.sha256();
    for (Row link : links(search)) {
      sink.accept(
          new Link(
              link.number(),
              link.kind().word(),
              link.record(),
              before,
              link.content(),
              link.sha256(),
              contents.of(search, link.kind(), link.record()).orElse("")));
      before = link.sha256();
    }
  }

  @Override
  public Verification verify(String search) {
    List<String> problems = new ArrayList<>();
    Set<String> linked = new HashSet<>();
    int number = 0;
    String before = NONE.sha256();
    for (Row link : links(search)) {
      number++;
      linked.add(link.words());
      if (link.number() != number) {
        problems.add(
            "link %d is missing before link %d, %s".formatted(number, link.number(), link.words()));
        number = link.number();
      }
      String sha256 = Row.sha256(before, link.number(), link.kind(), link.record(), link.content());
      if (!sha256.equals(link.sha256())) {
        problems.add(
            "link %d, %s, does not follow from the one before: altered, missing or reordered"
                .formatted(link.number(), link.words()));
      }
      before = link.sha256();
      content(search, link).ifPresent(problems::add);
    }
    Head head = head(search);
    if (head.links() != number || !head.sha256().equals(before)) {
      problems.add(
          "the chain ends at link %d, its head says %d: links at the end are missing or altered"
              .formatted(number, head.links()));
    }
    List<String> unlinked = unlinked(search, linked);
    boolean begunWithTheSearch = linked.contains("settings 0");
    if (begunWithTheSearch) {
      unlinked.forEach(
          record -> problems.add(record + " is not in the chain: it was put in later"));
    }
    return new Verification(head, begunWithTheSearch ? 0 : unlinked.size(), problems);
  }

  private Optional<String> content(String search, Row link) {
    Optional<String> content = contents.of(search, link.kind(), link.record());
    if (content.isEmpty()) {
      return Optional.of("%s is missing".formatted(link.words()));
    }
    return ContentHash.of(content.get()).equals(link.content())
        ? Optional.empty()
        : Optional.of(
            "%s is altered: SHA-256 %s, was %s"
                .formatted(link.words(), ContentHash.of(content.get()), link.content()));
  }

  private List<Row> links(String search) {
    return jdbc.sql("select * from audit_link where search = ? order by number")
        .param(search)
        .query(
            (row, n) ->
                new Row(
                    row.getInt("number"),
                    RecordKind.valueOf(row.getString("kind")),
                    row.getString("record"),
                    row.getString("content_sha256"),
                    row.getString("sha256")))
        .list();
  }

  private List<String> unlinked(String search, Set<String> linked) {
    return jdbc
        .sql(
            "select concat('relaxation ', structure, '/', purpose) as name from relaxation where"
                + " search = ? union all select concat('attempt ', structure, '/', purpose, '/',"
                + " attempt) from attempt where search = ?")
        .params(search, search)
        .query(String.class)
        .list()
        .stream()
        .filter(name -> !linked.contains(name))
        .toList();
  }
}
