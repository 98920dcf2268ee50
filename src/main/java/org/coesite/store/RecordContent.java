package org.coesite.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coesite.search.ListedFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The content of a record as text, from which its hash is computed: a line {@code column=value} for
 * each column, without {@code =} if there is no value, line breaks and backslashes in it escaped,
 * numbers in hexadecimal so that every bit counts, times in UTC; then a line for each ionic step
 * and for each raw file. {@code docs/audit.md} says it for whoever checks a chain with other means.
 */
final class RecordContent {

  private final JdbcClient jdbc;
  private final JdbcRawFileRepository files;

  RecordContent(JdbcClient jdbc, JdbcRawFileRepository files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  /** The text of a record that is named by its key; empty if there is none. */
  Optional<String> of(String search, RecordKind kind, String record) {
    Optional<List<String>> key = kind.parts(record);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    List<Object> parameters = new ArrayList<>();
    parameters.add(search);
    parameters.addAll(key.get());
    Optional<String> text =
        jdbc.sql(kind.query()).params(parameters).query((row, n) -> text(kind, row)).optional();
    String steps = kind == RecordKind.RELAXATION ? steps(parameters) : "";
    return text.map(columns -> columns + steps + files(search, kind, record));
  }

  private String files(String search, RecordKind kind, String record) {
    StringBuilder text = new StringBuilder();
    for (ListedFile file : files.of(search, kind, record)) {
      text.append(
          "file %s %d %s %s\n"
              .formatted(
                  file.sha256(),
                  file.bytes(),
                  file.kept() ? "kept" : "listed",
                  inOneLine(file.name())));
    }
    return text.toString();
  }

  private static String text(RecordKind kind, ResultSet row) throws SQLException {
    StringBuilder text = new StringBuilder();
    for (String column : kind.columns()) {
      text.append(column).append(value(row, column)).append('\n');
    }
    return text.toString();
  }

  private static String value(ResultSet row, String column) throws SQLException {
    Object value = row.getObject(column);
    if (value == null) {
      return "";
    }
    if (value instanceof Double number) {
      return '=' + Double.toHexString(number);
    }
    if (value instanceof OffsetDateTime || value instanceof java.sql.Timestamp) {
      return '=' + Columns.time(row, column).toString();
    }
    return '=' + inOneLine(row.getString(column));
  }

  private static String inOneLine(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private String steps(List<Object> parameters) {
    StringBuilder text = new StringBuilder();
    jdbc.sql(
            "select s.number, s.energy, s.max_force, s.volume from ionic_step s join relaxation r on"
                + " r.search = s.search and r.relaxation_key = s.relaxation_key where r.search = ?"
                + " and r.structure = ? and r.purpose = ? order by s.number")
        .params(parameters)
        .query(
            (row, n) ->
                "step %d %s %s %s\n"
                    .formatted(
                        row.getInt(1),
                        Double.toHexString(row.getDouble(2)),
                        Double.toHexString(row.getDouble(3)),
                        Double.toHexString(row.getDouble(4))))
        .list()
        .forEach(text::append);
    return text.toString();
  }
}
