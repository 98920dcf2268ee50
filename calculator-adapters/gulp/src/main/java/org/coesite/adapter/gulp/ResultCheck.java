package org.coesite.adapter.gulp;

import java.util.Locale;
import java.util.Optional;
import org.coesite.calculator.FailureReason;
import org.coesite.crystal.Structure;

/** Holds what GULP calls achieved against distances and against Coesite's own energy. */
final class ResultCheck {

  /** Largest difference between the energies of two engines at one structure, eV per cell. */
  private static final double SAME_ENERGY = 1e-3;

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

  /** Energy of a cell in eV from its enthalpy in eV. */
  static double energy(Task task, Geometry geometry, double enthalpy) {
    return enthalpy - task.pressure() / EmbeddedPoint.GIGAPASCAL * geometry.lattice().volume();
  }
}
