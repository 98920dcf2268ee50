package org.coesite.calculator;

import java.util.List;
import org.coesite.crystal.Structure;

/** What came out of a relaxation, with every ionic step on the way. */
public sealed interface Relaxation {

  /** The steps made, the start first; may be empty for a failure. */
  List<IonicStep> steps();

  /**
   * Forces and stress are below their bounds.
   *
   * @param structure relaxed structure; atoms in the order of the start, unless it is another cell
   *     of the same crystal
   * @param energy energy of the cell, eV
   * @param enthalpy energy + pressure × volume of the cell, eV; equals the energy without pressure
   * @param maxForce largest force left on an atom, eV/Å
   * @param pressure pressure left, that is minus a third of the trace of the stress, GPa
   * @param minimum what is known of the Hessian there
   * @param steps all steps
   */
  record Converged(
      Structure structure,
      double energy,
      double enthalpy,
      double maxForce,
      double pressure,
      StationaryPoint minimum,
      List<IonicStep> steps)
      implements Relaxation {
    /** Keeps its own copy of the steps. */
    public Converged {
      steps = List.copyOf(steps);
    }
  }

  /**
   * A bound on steps or time ended it, or the optimiser could not get lower.
   *
   * @param kind which bound, for the failure policy
   * @param reason which bound, with the number reached and the limit
   * @param structure last structure
   * @param energy its energy, eV: an estimate, never to be ranked
   * @param maxForce largest force left on an atom, eV/Å
   * @param pressure pressure left, GPa
   * @param steps all steps
   */
  record NotConverged(
      FailureReason kind,
      String reason,
      Structure structure,
      double energy,
      double maxForce,
      double pressure,
      List<IonicStep> steps)
      implements Relaxation {
    /** Keeps its own copy of the steps. */
    public NotConverged {
      steps = List.copyOf(steps);
    }
  }

  /**
   * There is no usable structure.
   *
   * @param reason the kind of failure
   * @param message what happened, with place, number and limit
   * @param steps the steps before it
   */
  record Failed(FailureReason reason, String message, List<IonicStep> steps) implements Relaxation {
    /** Keeps its own copy of the steps. */
    public Failed {
      steps = List.copyOf(steps);
    }
  }

  /** What the Hessian says of a point without forces. */
  enum StationaryPoint {
    /** The lowest mode is not negative. */
    MINIMUM,
    /** The lowest mode is negative. */
    SADDLE,
    /** Nobody looked. */
    UNKNOWN
  }
}
