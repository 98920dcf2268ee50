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
 * @param edition 1 as started; an amendment of how to refine begins another, whose structures have
 *     names of their own
 */
public record RefinementSettings(
    String calculator,
    RelaxationSettings relaxation,
    boolean singlePoint,
    double window,
    int candidates,
    boolean references,
    boolean approve,
    Duration guard,
    int edition) {

  private static final String EDITION = "~";

  /** Settings that were kept before there were editions are those of the first. */
  public RefinementSettings {
    edition = Math.max(1, edition);
  }

  /** The same as the calculator has completed it. */
  public RefinementSettings withPrepared(RelaxationSettings prepared, boolean inSinglePoint) {
    return new RefinementSettings(
        calculator,
        prepared,
        inSinglePoint,
        window,
        candidates,
        references,
        approve,
        guard,
        edition);
  }

  /** The same as another edition. */
  RefinementSettings withEdition(int other) {
    return new RefinementSettings(
        calculator, relaxation, singlePoint, window, candidates, references, approve, guard, other);
  }

  /** What a structure is called that is refined by this edition. */
  String subject(String structure) {
    return edition == 1 ? structure : structure + EDITION + edition;
  }

  /** The structure that a refined one was, whatever the edition. */
  static String structure(String subject) {
    return subject.replaceFirst(EDITION + "\\d+$", "");
  }
}
