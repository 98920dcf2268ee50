package org.coesite.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.coesite.search.AuditTrail;
import org.coesite.search.ContentHash;
import org.coesite.search.RawFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chain in the tables {@code audit_head} and {@code audit_link}. */
final class JdbcAuditTrail implements AuditTrail {

  static final Head NONE = new Head(0, "0".repeat(64));

  private final JdbcClient jdbc;
  private final JdbcRawFileRepository files;
  private final RecordContent contents;

  JdbcAuditTrail(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
    this.files = new JdbcRawFileRepository(jdbc);
    this.contents = new RecordContent(jdbc, files);
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
    append(search, kind, RecordKind.record(key), List.of());
  }

  /** The same for a record with files. */
  void append(String search, RecordKind kind, String record, List<RawFile> ofRecord) {
    Head head = lock(search);
    if (isLinked(search, kind, record)) {
      return;
    }
    files.add(search, kind, record, ofRecord);
    int number = head.links() + 1;
    String content =
        contents
            .of(search, kind, record)
            .map(ContentHash::of)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "there is no " + RecordKind.words(kind.name(), record)));
    ChainLink link = ChainLink.of(head.sha256(), number, kind, record, content);
    jdbc.sql(
            "insert into audit_link (search, number, kind, record, content_sha256, sha256)"
                + " values (?, ?, ?, ?, ?, ?)")
        .params(search, number, link.kind(), record, content, link.sha256())
        .update();
    jdbc.sql("update audit_head set number = ?, sha256 = ? where search = ?")
        .params(number, link.sha256(), search)
        .update();
  }

  /** The head, at which other transactions that add records wait until the one at hand ends. */
  Head lock(String search) {
    return jdbc.sql("select number, sha256 from audit_head where search = ? for update")
        .param(search)
        .query((row, n) -> new Head(row.getInt(1), row.getString(2)))
        .single();
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
    for (ChainLink link : links(search)) {
      sink.accept(
          new Link(
              link.number(),
              link.kind().toLowerCase(Locale.ROOT),
              link.record(),
              before,
              link.content(),
              link.sha256(),
              content(search, link).orElse("")));
      before = link.sha256();
    }
  }

  /** What a link stands for as it is kept now; empty if it is gone. */
  Optional<String> content(String search, ChainLink link) {
    return RecordKind.named(link.kind()).flatMap(kind -> contents.of(search, kind, link.record()));
  }

  @Override
  public Verification verify(String search) {
    return new ChainCheck(jdbc, this).of(search);
  }

  /** All links of a search in the order of their numbers. */
  List<ChainLink> links(String search) {
    return jdbc.sql("select * from audit_link where search = ? order by number")
        .param(search)
        .query((row, n) -> ChainLink.read(row))
        .list();
  }
}
