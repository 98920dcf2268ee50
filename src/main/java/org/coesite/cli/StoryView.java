package org.coesite.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.coesite.calculator.IonicStep;
import org.coesite.search.AuditEntry;
import org.coesite.search.StructureAudit;
import org.jspecify.annotations.Nullable;

/**
 * What was done with a structure as the audit prints it; component names are the JSON keys.
 *
 * @param origin null for a known phase
 * @param attempts in the order in which they began
 */
record StoryView(String search, String structure, @Nullable Origin origin, List<Attempt> attempts) {

  /** How a structure was made: operator, ids of the parents, random draws by name. */
  record Origin(String operator, List<String> parents, Map<String, String> draws) {

    String words() {
      String draw =
          draws.entrySet().stream()
              .map(entry -> entry.getKey() + " " + entry.getValue())
              .collect(Collectors.joining(", "));
      return operator
          + (parents.isEmpty() ? "" : " from " + String.join(" and ", parents))
          + (draw.isEmpty() ? "" : "; " + draw);
    }
  }

  /** An attempt with the energies of its first and last step and all steps; energies in eV. */
  record Attempt(
      @JsonUnwrapped AttemptView view,
      @Nullable Double startEnergy,
      @Nullable Double endEnergy,
      List<StepView> ionicSteps) {

    static Attempt of(AuditEntry entry) {
      List<IonicStep> steps = entry.record().outcome().steps();
      return new Attempt(
          AttemptView.of(entry),
          steps.isEmpty() ? null : steps.get(0).energy(),
          steps.isEmpty() ? null : steps.get(steps.size() - 1).energy(),
          steps.stream().map(StepView::of).toList());
    }

    void tell(StringJoiner lines) {
      lines.add(
          "%s, attempt %d with %s %s by %s/%s"
              .formatted(
                  view.purpose(),
                  view.attempt(),
                  view.calculator(),
                  view.version(),
                  view.host(),
                  view.worker()));
      lines.add("  %s to %s UTC: %s".formatted(view.start(), view.end(), view.status()));
      if (view.reason() != null && view.message() != null) {
        lines.add("  " + view.reason() + ": " + view.message().strip().replace("\n", "\n    "));
        lines.add("  decision: " + view.decided());
      }
      if (startEnergy != null && endEnergy != null) {
        lines.add(
            line("  energy %.6f eV at the start, %.6f eV at the end", startEnergy, endEnergy));
        lines.add(StepView.HEAD);
      }
      ionicSteps.forEach(step -> lines.add(step.words()));
    }
  }

  static StoryView of(String search, StructureAudit audit) {
    return new StoryView(
        search,
        audit.structure(),
        audit
            .origin()
            .map(made -> new Origin(made.operator().key(), made.parents(), made.draws()))
            .orElse(null),
        audit.attempts().stream().map(Attempt::of).toList());
  }

  /** From its origin to the last step. */
  String words() {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add(structure + " of search " + search);
    lines.add("origin: " + (origin == null ? "known phase" : origin.words()));
    if (attempts.isEmpty()) {
      lines.add("").add("no attempt at relaxing it is on record");
    }
    for (Attempt attempt : attempts) {
      lines.add("");
      attempt.tell(lines);
    }
    return lines.toString();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
