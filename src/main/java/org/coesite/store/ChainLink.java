package org.coesite.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.coesite.search.ContentHash;

/**
 * A row of {@code audit_link}.
 *
 * @param kind name of a {@link RecordKind}, unless somebody altered it
 * @param content SHA-256 of the record's content
 * @param sha256 of this link and the one before
 */
record ChainLink(int number, String kind, String record, String content, String sha256) {

  static ChainLink of(String before, int number, RecordKind kind, String record, String content) {
    return new ChainLink(
        number, kind.name(), record, content, seal(before, number, kind.name(), record, content));
  }

  static ChainLink read(ResultSet row) throws SQLException {
    return new ChainLink(
        row.getInt("number"),
        row.getString("kind"),
        row.getString("record"),
        row.getString("content_sha256"),
        row.getString("sha256"));
  }

  private static String seal(
      String before, int number, String kind, String record, String content) {
    return ContentHash.of(
        String.join("\n", before, Integer.toString(number), kind, record, content));
  }

  /** Whether it is what was made after a link of that SHA-256. */
  boolean follows(String before) {
    return sha256.equals(seal(before, number, kind, record, content));
  }

  /** As people name the record. */
  String words() {
    return RecordKind.words(kind, record);
  }
}
