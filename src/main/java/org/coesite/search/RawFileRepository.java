package org.coesite.search;

import java.util.List;

/** Lists the raw files of attempts; they are added with their attempts. */
public interface RawFileRepository {

  /** A file with the record that it belongs to, in words. */
  record OfRecord(String record, ListedFile file) {}

  /** Those of a result, by name. */
  List<ListedFile> ofResult(String search, String structure, Purpose purpose);

  /** Those of a failed attempt, by name. */
  List<ListedFile> ofFailure(String search, String structure, Purpose purpose, int attempt);

  /** All files of a search by record and name. */
  List<OfRecord> all(String search);
}
