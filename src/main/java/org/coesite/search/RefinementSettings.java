package org.coesite.search;

import java.time.Duration;
import org.coesite.calculator.RelaxationSettings;

/**
 * How the best structures of a search are refined.
 *
 * @param calculator name of the accurate calculator
 * @param relaxation how to relax with it; its one stage is the protocol
 * @param singlePoint whether the calculator computes the final energy by a run of 0 steps, because
 *     energies along a relaxation belong to the basis set of its start
 * @param window structures up to this energy above the lowest are refined, eV per atom
 * @param candidates at most so many of them
 * @param references whether the known phases go through the same
 * @param approve whether to wait until a person has seen the list and its cost
 * @param guard bound on the time of one task, waiting in a queue included
 */
public record RefinementSettings(
    String calculator,
    RelaxationSettings relaxation,
    boolean singlePoint,
    double window,
    int candidates,
    boolean references,
    boolean approve,
    Duration guard) {

  /** The same as the calculator has completed it. */
  public RefinementSettings withPrepared(RelaxationSettings prepared, boolean inSinglePoint) {
    return new RefinementSettings(
        calculator, prepared, inSinglePoint, window, candidates, references, approve, guard);
  }
}
