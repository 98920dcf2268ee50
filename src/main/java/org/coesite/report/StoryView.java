package org.coesite.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.LinkedHashMap;
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
 * @param ancestors by their ids, parents before grandparents, back to random structures
 * @param ranked null for a known phase, and before the ranking
 * @param attempts in the order in which they began
 */
public record StoryView(
    String search,
    String structure,
    @Nullable Origin origin,
    Map<String, Origin> ancestors,
    @Nullable VerdictView ranked,
    List<Attempt> attempts) {

  /** How a structure was made: operator, ids of the parents, random draws by name. */
  public record Origin(String operator, List<String> parents, Map<String, String> draws) {

    static Origin of(org.coesite.evolution.Origin made) {
      return new Origin(made.operator().key(), made.parents(), made.draws());
    }

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
  public record Attempt(
      @JsonUnwrapped AttemptView view,
      @Nullable Double startEnergy,
      @Nullable Double endEnergy,
      List<StepView> ionicSteps,
      List<FileView> files) {

    static Attempt of(AuditEntry entry) {
      List<IonicStep> steps = entry.record().outcome().steps();
      return new Attempt(
          AttemptView.of(entry),
          steps.isEmpty() ? null : steps.get(0).energy(),
          steps.isEmpty() ? null : steps.get(steps.size() - 1).energy(),
          steps.stream().map(StepView::of).toList(),
          entry.files().stream().map(FileView::of).toList());
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
      lines.add("  settings: " + view.settings().words());
      if (!view.activity().isEmpty()) {
        lines.add("  engine's process instance and activity instance: " + view.activity());
      }
      lines.add("  SHA-256 of input  " + view.inputSha256());
      lines.add("  SHA-256 of output " + view.outputSha256());
      files.forEach(file -> lines.add(file.words()));
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

  /** The story of a structure of a search. */
  public static StoryView of(String search, StructureAudit audit) {
    return new StoryView(
        search,
        audit.structure(),
        audit.origin().map(Origin::of).orElse(null),
        ancestors(audit),
        audit.ranked().map(VerdictView::of).orElse(null),
        audit.attempts().stream().map(Attempt::of).toList());
  }

  private static Map<String, Origin> ancestors(StructureAudit audit) {
    Map<String, Origin> ancestors = new LinkedHashMap<>();
    audit.ancestors().forEach((id, made) -> ancestors.put(id, Origin.of(made)));
    return ancestors;
  }

  /** From its origin to the last step. */
  public String words() {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    lines.add(structure + " of search " + search);
    lines.add("origin: " + (origin == null ? "known phase" : origin.words()));
    ancestors.forEach((id, made) -> lines.add("  %s: %s".formatted(id, made.words())));
    if (ranked != null) {
      lines.add(ranked.words());
    }
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
