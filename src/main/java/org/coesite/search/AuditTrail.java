package org.coesite.search;

import java.util.List;
import java.util.function.Consumer;

/** The chain of all records of a search: what is altered, removed or put in later breaks it. */
public interface AuditTrail {

  /**
   * The end of the chain of a search: whoever knows it can tell whether the record is still the
   * same.
   *
   * @param links how many records the chain has
   * @param sha256 of the last link, zeros without one
   */
  record Head(int links, String sha256) {}

  /**
   * What a look at all records found.
   *
   * @param head the end of the chain as it is kept
   * @param older records that were made before there was a chain
   * @param files raw files whose contents are kept
   * @param problems each with the record's name; empty if all is as it was written
   */
  record Verification(Head head, int older, int files, List<String> problems) {

    /** Keeps its own copy. */
    public Verification {
      problems = List.copyOf(problems);
    }

    /** Whether nothing is altered, missing, reordered or additional. */
    public boolean isIntact() {
      return problems.isEmpty();
    }
  }

  /**
   * A link of the chain with what it seals.
   *
   * @param number from 1
   * @param kind settings, reference, relaxation, attempt, decision or verdict
   * @param record key of the record, with slashes between its parts
   * @param before SHA-256 of the link before
   * @param contentSha256 of the content in UTF-8
   * @param sha256 of before, number, kind in capitals, record and contentSha256, each in a line
   * @param content a line for each value; numbers in hexadecimal, so that every bit is there
   */
  record Link(
      int number,
      String kind,
      String record,
      String before,
      String contentSha256,
      String sha256,
      String content) {}

  /** All links with their contents as they are kept now, in order. */
  void export(String search, Consumer<Link> sink);

  /** The end of the chain of a search. */
  Head head(String search);

  /** Computes every link again from what is kept. */
  Verification verify(String search);
}
