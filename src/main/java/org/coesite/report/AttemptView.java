package org.coesite.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.coesite.calculator.Relaxation;
import org.coesite.search.AuditEntry;
import org.coesite.search.ContentHash;
import org.coesite.search.Decision;
import org.coesite.search.RelaxationRecord;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at a relaxation as the audit prints it; component names are the JSON keys.
 *
 * @param purpose screen, rescreen, refine or energy
 * @param started in UTC, as ended
 * @param status CONVERGED, NOT_CONVERGED or FAILED
 * @param reason kind of the failure, null if it converged
 * @param message the failure in words
 * @param decision what was decided about it in the end, null if nothing was
 * @param nextCalculator the calculator that was changed to, null if none was
 * @param decisions all that was decided about it, the first decision first
 * @param energy of the cell where it ended (enthalpy under pressure), eV; null if it failed
 * @param activity ids of process instance and activity instance in the engine's history
 * @param inputSha256 of the structure it began with
 * @param outputSha256 of what came out
 * @param steps number of the last ionic step, the start is 0
 */
public record AttemptView(
    String structure,
    String purpose,
    int attempt,
    String calculator,
    String version,
    String host,
    String worker,
    String started,
    String ended,
    double cpuSeconds,
    String status,
    @Nullable String reason,
    @Nullable String message,
    @Nullable String decision,
    @Nullable String nextCalculator,
    List<String> decisions,
    @Nullable Double energy,
    @Nullable Double energyPerAtom,
    SettingsView settings,
    String activity,
    String inputSha256,
    String outputSha256,
    int steps) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** An attempt with what was decided about it. */
  public static AttemptView of(AuditEntry entry) {
    RelaxationRecord record = entry.record();
    return new AttemptView(
        record.structure(),
        record.purpose().key(),
        record.attempt(),
        record.calculator(),
        record.version(),
        record.worker().host(),
        record.worker().name(),
        record.started().toString(),
        record.ended().toString(),
        record.cpu().toNanos() * 1e-9,
        status(record.outcome()),
        record.failure().map(Enum::name).orElse(null),
        record.failure().isPresent() ? record.complaint() : null,
        last(entry).map(decision -> decision.action().words()).orElse(null),
        last(entry).map(Decision::calculator).orElse(null),
        entry.decisions().stream().map(Decision::words).toList(),
        number(entry.energy()),
        number(entry.energyPerAtom()),
        SettingsView.of(record.settings()),
        record.worker().activity(),
        ContentHash.of(record.start()),
        ContentHash.of(record.outcome()),
        entry.steps());
  }

  private static Optional<Decision> last(AuditEntry entry) {
    List<Decision> decisions = entry.decisions();
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(decisions.get(decisions.size() - 1));
  }

  private static String status(Relaxation outcome) {
    if (outcome instanceof Relaxation.Converged) {
      return "CONVERGED";
    }
    return outcome instanceof Relaxation.NotConverged ? "NOT_CONVERGED" : "FAILED";
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** When it began, in UTC to the second. */
  public String start() {
    return TIME.format(Instant.parse(started));
  }

  /** When it ended, in UTC to the second. */
  public String end() {
    return TIME.format(Instant.parse(ended));
  }

  /** What was decided about a failure, in words and in order. */
  public String decided() {
    return decisions.isEmpty() ? "not decided yet" : String.join(", then ", decisions);
  }
}
