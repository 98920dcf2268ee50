package org.coesite.execution;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /** Refuses numbers below 1 and pools that do not divide the processes; keeps its own copy. */
  public Placement {
    if (processes < 1 || pools < 1 || processes % pools != 0) {
      throw new IllegalArgumentException(
          "%d process(es) in %d pool(s): both have to be 1 or more, and the pools have to divide"
                  .formatted(processes, pools)
              + " the processes");
    }
    directives = Collections.unmodifiableSortedMap(new TreeMap<>(directives));
  }
}
