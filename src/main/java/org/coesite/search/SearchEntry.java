package org.coesite.search;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A search as the data directory lists it.
 *
 * @param name unique in its data directory
 * @param seed all random draws derive from it
 * @param state where it stands
 * @param stop why it ended or what it waits for, null while it runs
 * @param created when it was started
 * @param effort time spent on it so far
 */
public record SearchEntry(
    String name,
    long seed,
    SearchState state,
    @Nullable String stop,
    Instant created,
    Effort effort) {

  /**
   * Time spent on a search, over all sessions that worked on it.
   *
   * @param wall time on the clock
   * @param processCpu CPU time of the whole process
   * @param engineCpu CPU time of threads outside calculator and genetic algorithm
   */
  public record Effort(Duration wall, Duration processCpu, Duration engineCpu) {

    /** Nothing spent yet. */
    public static final Effort NONE = new Effort(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** This and a further effort together. */
    public Effort plus(Effort further) {
      return new Effort(
          wall.plus(further.wall),
          processCpu.plus(further.processCpu),
          engineCpu.plus(further.engineCpu));
    }

    /** Share of the CPU time that the engine took, 0 to 1. */
    public double engineShare() {
      return processCpu.isZero() ? 0 : (double) engineCpu.toNanos() / processCpu.toNanos();
    }
  }
}
