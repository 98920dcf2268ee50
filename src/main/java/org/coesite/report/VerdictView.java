package org.coesite.report;

import java.util.Locale;
import java.util.Optional;
import org.coesite.evolution.Individual;
import org.coesite.evolution.Verdict;
import org.coesite.evolution.Verdict.Discarded;
import org.coesite.evolution.Verdict.Duplicate;
import org.coesite.evolution.Verdict.Failed;
import org.jspecify.annotations.Nullable;

/**
 * What ranking decided about a structure; component names are the JSON keys.
 *
 * @param verdict kept, duplicate, discarded or failed
 * @param of the structure that it is a duplicate of
 * @param distance cosine distance from that
 * @param reason why it was discarded or failed, with the number and the limit
 * @param energyPerAtom eV, null if it did not relax
 */
public record VerdictView(
    String verdict,
    @Nullable String of,
    @Nullable Double distance,
    @Nullable Double energyDifference,
    @Nullable String reason,
    @Nullable Double energyPerAtom,
    @Nullable String spaceGroup) {

  /** The verdict about a ranked structure. */
  public static VerdictView of(Individual individual) {
    Optional<Double> energy = individual.relaxed().map(relaxed -> relaxed.energyPerAtom());
    Optional<String> group =
        individual
            .relaxed()
            .map(relaxed -> relaxed.spaceGroup())
            .map(g -> "%s (%d)".formatted(g.symbol(), g.number()));
    Verdict verdict = individual.verdict();
    @Nullable Duplicate duplicate = verdict instanceof Duplicate d ? d : null;
    return new VerdictView(
        verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT),
        duplicate == null ? null : duplicate.of(),
        duplicate == null ? null : duplicate.distance(),
        duplicate == null ? null : duplicate.energyDifference(),
        reason(verdict),
        energy.orElse(null),
        group.orElse(null));
  }

  private static @Nullable String reason(Verdict verdict) {
    if (verdict instanceof Discarded discarded) {
      return discarded.reason();
    }
    return verdict instanceof Failed failed ? failed.reason() : null;
  }

  /** The verdict with its reason and numbers. */
  public String words() {
    StringBuilder words = new StringBuilder("ranked: ").append(verdict);
    if (of != null && distance != null && energyDifference != null) {
      words.append(
          String.format(
              Locale.ROOT,
              " of %s at distance %.5f and %+.3f meV/atom",
              of,
              distance,
              1000 * energyDifference));
    }
    if (reason != null) {
      words.append(" because ").append(reason);
    }
    if (energyPerAtom != null && spaceGroup != null) {
      words.append(String.format(Locale.ROOT, "; %.6f eV/atom, %s", energyPerAtom, spaceGroup));
    }
    return words.toString();
  }
}
