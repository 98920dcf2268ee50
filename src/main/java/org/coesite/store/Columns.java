package org.coesite.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Values as columns hold them. */
final class Columns {

  private static final int LONGEST_MESSAGE = 20_000;

  private Columns() {}

  /** A message that fits its column; what is cut off is marked. */
  static String cut(String message) {
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE - 1) + '…';
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static double seconds(Duration duration) {
    return duration.toNanos() * 1e-9;
  }

  static Duration seconds(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  /** Adds a row with values by column; the other columns get their defaults. */
  static void insert(JdbcClient jdbc, String table, Map<String, Object> values) {
    Set<String> names = values.keySet();
    jdbc.sql(
            "insert into %s (%s) values (:%s)"
                .formatted(table, String.join(", ", names), String.join(", :", names)))
        .params(values)
        .update();
  }

  /** A number that may be absent. */
  static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }
}
