package org.coesite.execution;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a calculator runs and on how much; never changes what comes out.
 *
 * @param execution {@code local} or {@code slurm}
 * @param processes MPI processes, 1 for a serial run
 * @param pools groups that the processes split into, such as the k-point pools of pw.x; divides the
 *     processes
 * @param directives what sbatch is told beside, by the names of its long options: {@code
 *     partition}, {@code account}, {@code mem}…; an empty value for an option without one
 */
public record Placement(
    String execution, int processes, int pools, SortedMap<String, String> directives) {

  /** One process on this machine. */
  public static final Placement HERE = new Placement("local", 1, 1, Collections.emptySortedMap());

  private static final Pattern OPTION = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

  /** Options by which a job is found again, or which follow from the run. */
  private static final Set<String> OURS =
      Set.of(
          "job-name",
          "chdir",
          "output",
          "error",
          "input",
          "open-mode",
          "time",
          "ntasks",
          "array",
          "requeue",
          "no-requeue",
          "wrap",
          "wait",
          "parsable",
          "test-only");

  /**
   * Refuses numbers below 1, pools that do not divide the processes, and directives that are no
   * options of sbatch or that Coesite gives itself; keeps its own copy.
   */
  public Placement {
    if (processes < 1 || pools < 1 || processes % pools != 0) {
      throw new IllegalArgumentException(
          "%d process(es) in %d pool(s): both have to be 1 or more, and the pools have to divide"
                  .formatted(processes, pools)
              + " the processes");
    }
    directives.forEach(Placement::check);
    directives = Collections.unmodifiableSortedMap(new TreeMap<>(directives));
  }

  /** The same place and directives for one process. */
  public Placement serial() {
    return new Placement(execution, 1, 1, directives);
  }

  private static void check(String option, String value) {
    if (!OPTION.matcher(option).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no long option of sbatch: letters, digits and hyphens".formatted(option));
    }
    if (OURS.contains(option)) {
      throw new IllegalArgumentException("'%s' follows from the run itself".formatted(option));
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("the value of '%s' has a line break".formatted(option));
    }
  }
}
