package org.coesite.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.coesite.calculator.EditDistance;

/** The keys that search.yaml may hold, as paths; docs/search-yaml.md explains each. */
final class SettingsKeys {

  static final List<String> ALL =
      List.of(
          "name",
          "seed",
          "composition",
          "formulaUnits",
          "screen",
          "potential",
          "stages",
          "pressure",
          "relaxation",
          "relaxation.maxForce",
          "relaxation.maxStress",
          "relaxation.maxSteps",
          "relaxation.maxTime",
          "relaxation.escapeSaddles",
          "relaxation.options",
          "start",
          "start.volumePerAtom",
          "start.minimumDistances",
          "start.minimumDistanceRatio",
          "start.symmetricShare",
          "start.subCells",
          "start.learning",
          "start.compactCells",
          "start.crystalSystems",
          "start.distinctStarts",
          "start.lengths",
          "start.angles",
          "refine",
          "refinement",
          "refinement.protocol",
          "refinement.window",
          "refinement.candidates",
          "refinement.references",
          "refinement.approve",
          "refinement.maxSteps",
          "refinement.maxTime",
          "refinement.guard",
          "refinement.options",
          "run",
          "relaxed",
          "relaxed.lengths",
          "relaxed.angles",
          "relaxed.volumePerAtom",
          "generation",
          "generation.size",
          "generation.carriedOver",
          "generation.mutants",
          "generation.adaptiveRates",
          "generation.boldOperators",
          "generation.operators",
          "generation.operators.cutAndSplice",
          "generation.operators.softMutation",
          "generation.operators.strain",
          "generation.operators.permutation",
          "duplicates",
          "duplicates.energy",
          "duplicates.distance",
          "stop",
          "stop.repeats",
          "stop.withoutNewMinimum",
          "stop.generations",
          "stop.relaxations",
          "stop.wallTime",
          "references",
          "keep",
          "keep.rawOutputs",
          "benchmark");

  /** A key that differs from another by more letters is another one. */
  private static final int TYPING_ERRORS = 3;

  private SettingsKeys() {}

  /** The keys directly below a path, all top-level ones for the empty path. */
  static List<String> below(String path) {
    String prefix = path.isEmpty() ? "" : path + ".";
    return ALL.stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .filter(key -> !key.contains("."))
        .toList();
  }

  /**
   * What a key was meant to be: a known one, or, where none is near, one of the group of options
   * that only the calculator at hand understands.
   */
  static String meant(String path, String written, List<String> known) {
    String nearest = nearest(written, known);
    boolean near =
        nearest.startsWith(written) || EditDistance.between(written, nearest) <= TYPING_ERRORS;
    return near || !path.equals("refinement") ? nearest : "refinement.options." + written;
  }

  /** The known key that begins with what was written, or else is nearest to it but for case. */
  static String nearest(String written, List<String> known) {
    String lower = written.toLowerCase(Locale.ROOT);
    return known.stream()
        .min(
            Comparator.comparingInt(
                key ->
                    key.startsWith(written)
                        ? 0
                        : EditDistance.between(lower, key.toLowerCase(Locale.ROOT))))
        .orElseThrow();
  }
}
