package org.coesite.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.coesite.calculator.UnfitSettingsException;

/**
 * Other settings for a search that has begun, of which the finished part stays as it is.
 *
 * @param settings that hold from now on
 * @param changes what is changed, in words
 */
public record Amendment(SearchSettings settings, String changes) {

  /**
   * The change from the settings of a search to others; name, seed and known phases stay.
   *
   * @throws UnfitSettingsException if they ask for another search: what is found depends on them
   */
  static Amendment of(SearchSettings before, SearchSettings other) {
    TextChanges text = TextChanges.between(before.source(), other.source());
    // What both files leave to defaults stays as it began: defaults may have moved since.
    SearchSettings asked =
        text.keepsEvolution(other.evolution()) ? other.with(before.evolution()) : other;
    List<String> fixed = new ArrayList<>();
    // A seed of the command line is not in the file: it stays unless the new file names another.
    if (other.seed() != before.seed() && !text.of("seed").isEmpty()) {
      fixed.add(text.of("seed"));
    }
    note(
        fixed,
        text.ofEvolution("composition, formulaUnits, start, relaxed, generation or duplicates"),
        before.evolution(),
        asked.evolution());
    note(fixed, "screen", before.screen(), asked.screen());
    note(
        fixed,
        text.ofRelaxation("potential, stages, pressure or relaxation"),
        before.relaxation(),
        asked.relaxation());
    if (!fixed.isEmpty()) {
      throw new UnfitSettingsException(
          List.of(
              "an amendment cannot change %s: what was found so far depends on it; start another search"
                  .formatted(String.join(", ", fixed))));
    }
    boolean refinesAnew = before.refinement().isPresent() && refinesDifferently(before, asked);
    SearchSettings amended = asked.amending(before, edition(before, refinesAnew));
    List<String> changes = new ArrayList<>();
    note(changes, "stop", before.stopping(), amended.stopping());
    note(changes, "refinement", before.refining(), amended.refining());
    note(changes, "keep", before.rawOutputs(), amended.rawOutputs());
    note(changes, "run", before.placements(), amended.placements());
    if (changes.isEmpty()) {
      throw new UnfitSettingsException(
          List.of("there is nothing to amend: the settings are the same"));
    }
    return new Amendment(amended, String.join(", ", changes));
  }

  private static void note(List<String> changes, String key, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(key);
    }
  }

  private static int edition(SearchSettings before, boolean refinesAnew) {
    return before.refinement().map(RefinementSettings::edition).orElse(1) + (refinesAnew ? 1 : 0);
  }

  /** Another list of structures to refine leaves those that are refined as they are. */
  private static boolean refinesDifferently(SearchSettings before, SearchSettings asked) {
    RefinementSettings old = before.refinement().orElseThrow();
    return asked
        .refinement()
        .map(
            other ->
                !other.calculator().equals(old.calculator())
                    || !other.relaxation().equals(old.relaxation()))
        .orElse(false);
  }
}
