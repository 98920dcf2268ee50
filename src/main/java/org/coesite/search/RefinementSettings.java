package org.coesite.search;

import java.time.Duration;
import org.coesite.calculator.RelaxationSettings;

/**
 * How the best structures of a search are refined.
 *
 * @param calculator name of the accurate calculator
 * @param relaxation how to relax with it; its one stage is the protocol
 * @param window structures up to this energy above the lowest are refined, eV per atom
 * @param candidates at most so many of them
 * @param references whether the known phases go through the same
 * @param approve whether to wait until a person has seen the list and its cost
 * @param guard bound on the time of one task, waiting in a queue included
 */
public record RefinementSettings(
    String calculator,
    RelaxationSettings relaxation,
    double window,
    int candidates,
    boolean references,
    boolean approve,
    Duration guard) {

  /** The same with relaxation settings that the calculator has completed. */
  public RefinementSettings withRelaxation(RelaxationSettings prepared) {
    return new RefinementSettings(
        calculator, prepared, window, candidates, references, approve, guard);
  }
}
