package org.coesite.search;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How much there is in the tables of all searches.
 *
 * @param searches how many are in each state; each state is there
 * @param screeningDue structures of running generations that have no relaxation yet
 * @param refinementDue structures of planned refinements that have not come to their end yet
 * @param failures failed attempts on record
 * @param processCpu CPU time of the processes that worked on them
 * @param engineCpu the part of it that was neither calculator nor genetic algorithm
 */
public record StoreFigures(
    Map<SearchState, Long> searches,
    long screeningDue,
    long refinementDue,
    List<Failures> failures,
    Duration processCpu,
    Duration engineCpu) {

  /**
   * Failed attempts of a kind.
   *
   * @param calculator that made them
   * @param reason why they failed, as {@link org.coesite.calculator.FailureReason} has it
   * @param number how many
   */
  public record Failures(String calculator, String reason, long number) {}

  /** Keeps its own copies. */
  public StoreFigures {
    searches = Map.copyOf(searches);
    failures = List.copyOf(failures);
  }

  /** Share of the CPU time that the engine took, 0 to 1. */
  public double engineShare() {
    return new SearchEntry.Effort(Duration.ZERO, processCpu, engineCpu).engineShare();
  }
}
