package org.coesite.search;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.coesite.search.PlannedSubject.Cost;
import org.jspecify.annotations.Nullable;

/**
 * What a search is to refine, and what that costs; component names are the JSON keys.
 *
 * @param calculator name of the accurate calculator
 * @param protocol by which it relaxes
 * @param cpuSeconds of all that were not declined together, if one round of each is enough; 0 if
 *     the calculator cannot tell
 * @param structures lowest energy first, then the known phases
 */
public record RefinementPlan(
    String calculator, String protocol, double cpuSeconds, List<PlannedSubject> structures) {

  private static final double MEGABYTE = 1 << 20;
  private static final double MINUTE = 60;

  /** Keeps its own copy. */
  public RefinementPlan {
    structures = List.copyOf(structures);
  }

  static RefinementPlan of(RefinementSettings settings, List<PlannedSubject> structures) {
    return new RefinementPlan(
        settings.calculator(),
        String.join(" ", settings.relaxation().stages()),
        structures.stream()
            .filter(one -> one.declined() == null)
            .mapToDouble(RefinementPlan::cpuSeconds)
            .sum(),
        structures);
  }

  private static double cpuSeconds(PlannedSubject structure) {
    return structure.cost() == null ? 0 : structure.cost().cpuSeconds();
  }

  /** The structures with their cost, the sum first, then a line each. */
  public String words() {
    StringJoiner lines = new StringJoiner(System.lineSeparator());
    // The sum comes first: a long list is cut where the engine keeps it.
    lines.add(
        "%d structures are to be refined with %s, protocol %s%s:"
            .formatted(
                structures.size(),
                calculator,
                protocol,
                cpuSeconds == 0
                    ? ""
                    : ", in all about %s of CPU time if one round of each is enough"
                        .formatted(time(cpuSeconds))));
    structures.forEach(structure -> lines.add(words(structure)));
    return lines.toString();
  }

  private static String words(PlannedSubject structure) {
    String row = "%s, %s".formatted(structure.id(), structure.composition());
    @Nullable Cost cost = structure.cost();
    if (cost != null) {
      return row + ": " + words(cost);
    }
    return structure.obstacle() == null
        ? row
        : "%s: cannot be done, %s".formatted(row, structure.obstacle());
  }

  private static String words(Cost cost) {
    return String.format(
        Locale.ROOT,
        "%d symmetry operations, %d k-points, %.0f MB memory, %.0f MB disk, about %s CPU",
        cost.symmetryOperations(),
        cost.kPoints(),
        cost.memoryBytes() / MEGABYTE,
        cost.diskBytes() / MEGABYTE,
        time(cost.cpuSeconds()));
  }

  private static String time(double seconds) {
    double minutes = seconds / MINUTE;
    return minutes < MINUTE
        ? String.format(Locale.ROOT, "%.1f min", minutes)
        : String.format(Locale.ROOT, "%.1f h", minutes / MINUTE);
  }
}
