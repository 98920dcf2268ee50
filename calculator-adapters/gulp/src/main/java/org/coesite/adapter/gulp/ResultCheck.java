package org.coesite.adapter.gulp;

import java.util.Locale;
import java.util.Optional;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Units;
import org.coesite.crystal.Structure;

/** Holds what GULP calls achieved against distances and against Coesite's own energy. */
final class ResultCheck {

  /** Largest difference between the energies of two engines at one structure, eV per cell. */
  private static final double SAME_ENERGY = 1e-3;

  /**
   * How far the bounds on force and stress may be exceeded: GULP decides by a norm of its own,
   * which does not get below 1e-3 eV where energies step. Of the recorded runs that converged by
   * it, the worst were 4.1 and 2.9 times the usual bounds.
   */
  private static final double LEEWAY = 5;

  private ResultCheck() {}

  /** The result, or why it cannot be one. */
  static Verdict of(Task task, Verdict.Achieved achieved) {
    Structure structure = achieved.end().structure(task.atoms());
    Optional<String> tooShort = ShortDistances.in(structure, task.potential());
    if (task.optimise() && tooShort.isPresent()) {
      return new Verdict.Useless(FailureReason.COLLAPSED, tooShort.get());
    }
    double theirs = energy(task, achieved.end(), achieved.enthalpy());
    double ours = EmbeddedPoint.of(task, achieved.end()).energy();
    return Math.abs(theirs - ours) <= SAME_ENERGY
        ? achieved
        : new Verdict.Useless(
            FailureReason.ENERGY_MISMATCH,
            String.format(
                Locale.ROOT,
                "GULP says %.8f eV, the embedded engine %.8f eV at the same structure: %.3g eV"
                    + " apart, limit %.3g eV",
                theirs,
                ours,
                Math.abs(theirs - ours),
                SAME_ENERGY));
  }

  /**
   * The result, or by how much it misses the bounds on force and stress, by the embedded engine.
   */
  static Verdict atRest(Task task, Verdict.Achieved achieved, RelaxationSettings settings) {
    EmbeddedPoint point = EmbeddedPoint.of(task, achieved.end());
    double mostForce = LEEWAY * settings.maxForce();
    double mostStress = LEEWAY * settings.maxStress();
    return point.maxForce() <= mostForce && point.maxStress() <= mostStress
        ? achieved
        : new Verdict.GaveUp(
            FailureReason.STUCK,
            String.format(
                Locale.ROOT,
                "GULP calls it achieved, but a force of %.3g eV/Å is left, limit %.3g eV/Å, and a"
                    + " stress of %.3g GPa, limit %.3g GPa",
                point.maxForce(),
                mostForce,
                point.maxStress(),
                mostStress),
            achieved.end(),
            achieved.enthalpy());
  }

  /** Energy of a cell in eV from its enthalpy in eV. */
  static double energy(Task task, Geometry geometry, double enthalpy) {
    return enthalpy - task.pressure() / Units.GIGAPASCALS * geometry.lattice().volume();
  }
}
