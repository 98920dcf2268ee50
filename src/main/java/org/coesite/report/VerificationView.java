package org.coesite.report;

import java.util.List;
import java.util.StringJoiner;
import org.coesite.search.AuditTrail.Verification;

/**
 * What a look at all records of a search found; component names are the JSON keys.
 *
 * @param records how many the chain has
 * @param head SHA-256 of the last link
 * @param older records from before there was a chain
 * @param files raw files whose contents are kept
 * @param problems each with the record's name
 */
public record VerificationView(
    String search,
    boolean intact,
    int records,
    String head,
    int older,
    int files,
    List<String> problems) {

  /** What was found in a search. */
  public static VerificationView of(String search, Verification found) {
    return new VerificationView(
        search,
        found.isIntact(),
        found.head().links(),
        found.head().sha256(),
        found.older(),
        found.files(),
        found.problems());
  }

  /** Problems first, then what was looked at. */
  public String words() {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    problems.forEach(problem -> lines.add("  " + problem));
    String kept = "%s: %d records in a chain".formatted(search, records);
    if (older > 0) {
      kept += ", %d are older than it".formatted(older);
    }
    if (files > 0) {
      kept += ", %d files of outside programs".formatted(files);
    }
    lines.add(kept);
    lines.add("head of the chain: " + head);
    lines.add(
        intact
            ? "nothing is altered, missing, reordered or additional"
            : "not as it was written: see the %d above".formatted(problems.size()));
    return lines.toString();
  }
}
