package org.coesite.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.coesite.search.ListedFile;
import org.coesite.search.Purpose;
import org.coesite.search.RawFile;
import org.coesite.search.RawFileRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names, hashes and sizes of raw files in the table {@code raw_file}. */
final class JdbcRawFileRepository implements RawFileRepository {

  private final JdbcClient jdbc;

  JdbcRawFileRepository(DataSource dataSource) {
    this(JdbcClient.create(dataSource));
  }

  JdbcRawFileRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds the files of a record in the transaction at hand. */
  void add(String search, RecordKind kind, String record, List<RawFile> files) {
    for (RawFile file : files) {
      jdbc.sql(
              "insert into raw_file (search, kind, record, name, sha256, bytes, kept) values (?, ?,"
                  + " ?, ?, ?, ?, ?)")
          .params(
              search,
              kind.name(),
              record,
              file.name(),
              file.sha256(),
              file.bytes(),
              file.compressed() != null)
          .update();
    }
  }

  @Override
  public List<ListedFile> ofResult(String search, String structure, Purpose purpose) {
    return of(search, RecordKind.RELAXATION, RecordKind.record(structure, purpose));
  }

  @Override
  public List<ListedFile> ofFailure(String search, String structure, Purpose purpose, int attempt) {
    return of(search, RecordKind.ATTEMPT, RecordKind.record(structure, purpose, attempt));
  }

  List<ListedFile> of(String search, RecordKind kind, String record) {
    return jdbc
        .sql("select * from raw_file where search = ? and kind = ? and record = ?")
        .params(search, kind.name(), record)
        .query((row, n) -> file(row))
        .list()
        .stream()
        .sorted(Comparator.comparing(ListedFile::name))
        .toList();
  }

  @Override
  public List<OfRecord> all(String search) {
    return jdbc.sql("select * from raw_file where search = ? order by kind, record, name")
        .param(search)
        .query(
            (row, n) ->
                new OfRecord(
                    RecordKind.words(row.getString("kind"), row.getString("record")), file(row)))
        .list();
  }

  private static ListedFile file(ResultSet row) throws SQLException {
    return new ListedFile(
        row.getString("name"),
        row.getString("sha256"),
        row.getLong("bytes"),
        row.getBoolean("kept"));
  }
}
