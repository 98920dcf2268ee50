package org.coesite.cli;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.coesite.report.AttemptView;
import org.coesite.search.AuditEntry;

/**
 * Every attempt of a search as the audit prints it; component names are the JSON keys.
 *
 * @param attempts in the order in which they began
 */
record AuditView(String search, List<AttemptView> attempts) {

  private static final int LONGEST_MESSAGE = 160;
  private static final int SHORTEST_NAME = 9;
  private static final String ROW = "%-8s %3s  %-26s %-24s %-19s  %-19s  %-13s %5s %13s";

  static AuditView of(String search, List<AuditEntry> entries) {
    return new AuditView(search, entries.stream().map(AttemptView::of).toList());
  }

  /** A line for each attempt, and a second one for a failure with what was decided about it. */
  String words() {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    long failures = attempts.stream().filter(attempt -> attempt.reason() != null).count();
    lines.add(
        "%s: %d attempts at relaxations, %d without a structure to rank"
            .formatted(search, attempts.size(), failures));
    lines.add("");
    int width = attempts.stream().mapToInt(a -> a.structure().length()).max().orElse(0);
    String format = "%-" + Math.max(SHORTEST_NAME, width) + "s " + ROW;
    lines.add(
        row(
            format,
            "structure",
            "purpose",
            "try",
            "calculator",
            "host/worker",
            "started (UTC)",
            "ended",
            "outcome",
            "steps",
            "eV/atom"));
    for (AttemptView attempt : attempts) {
      lines.add(row(format, attempt));
      if (attempt.reason() != null) {
        lines.add(
            "    %s: %s; %s"
                .formatted(attempt.reason(), shortened(attempt.message()), attempt.decided()));
      }
    }
    return lines.toString();
  }

  private static String row(String format, AttemptView attempt) {
    return row(
        format,
        attempt.structure(),
        attempt.purpose(),
        attempt.attempt(),
        attempt.calculator() + " " + attempt.version(),
        attempt.host() + "/" + attempt.worker(),
        attempt.start(),
        attempt.end(),
        attempt.status(),
        attempt.steps(),
        attempt.energyPerAtom() == null
            ? ""
            : String.format(Locale.ROOT, "%.5f", attempt.energyPerAtom()));
  }

  private static String row(String format, Object... cells) {
    return String.format(Locale.ROOT, format, cells).stripTrailing();
  }

  /** Its first line; the story of the structure has all of it. */
  private static String shortened(String message) {
    String line = message.strip().lines().findFirst().orElse("");
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE - 1) + '…';
  }
}
