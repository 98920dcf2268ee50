package org.coesite.adapter.quantumespresso;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coesite.adapter.quantumespresso.PwOutput.Scf;
import org.coesite.adapter.quantumespresso.Verdict.Done;
import org.coesite.adapter.quantumespresso.Verdict.Failure;
import org.coesite.adapter.quantumespresso.Verdict.Unfinished;
import org.coesite.calculator.FailureReason;

/** Checks the numbers of a run that says it is done. */
record ResultCheck(Asked asked, PwOutput output, PwXml xml) {

  /** Standard output gives 8 decimals; the two agreed to this in all recorded runs, Ry. */
  private static final double SAME_ENERGY = 1e-7;

  /** Standard output gives 2 digits of an error. */
  private static final double ROUNDING = 1.05;

  /** Pressure that may be left after the cell was relaxed, kbar. */
  static final double PRESSURE_LEFT = 5;

  /**
   * How far the energy may move when the plane waves are chosen anew for the relaxed cell, Ry per
   * atom: above the 0.18 mRy of the largest move in a recorded run that was sound, and a quarter of
   * the smallest in one that was not.
   */
  static final double ENERGY_MOVED = 0.2e-3;

  /** No crystal is asked for at such a pressure, kbar; atoms that fell together give more. */
  private static final double ABSURD_PRESSURE = 20_000;

  Verdict verdict() {
    List<Scf> scfs = output.scfs();
    if (scfs.isEmpty()) {
      return new Failure(FailureReason.OUTPUT_UNREADABLE, "pw.x printed no energy");
    }
    Scf last = scfs.get(scfs.size() - 1);
    Point point =
        xml.output().orElseThrow(() -> new IllegalArgumentException("it holds no energy"));
    return selfConsistent(last)
        .or(this::ignored)
        .or(() -> finite(last, point))
        .or(() -> agreeing(last, point))
        .or(() -> sane(point))
        .or(() -> atRest(point))
        .or(() -> inItsOwnBasis(point))
        .orElseGet(() -> new Done(point));
  }

  /** Whether standard output has the energy of a step as well. */
  static boolean wasPrinted(Point step, PwOutput output) {
    return output.scfs().stream().anyMatch(scf -> same(scf.energy(), step.energy()));
  }

  /** Whether two energies in Ry are one. */
  static boolean same(double a, double b) {
    return Math.abs(a - b) <= SAME_ENERGY;
  }

  /** "has been achieved" is printed after electron_maxstep as well; the accuracy tells. */
  private Optional<Verdict> selfConsistent(Scf last) {
    return last.accuracy() > asked.scfThreshold() * ROUNDING
        ? failure(
            FailureReason.SCF_NOT_CONVERGED,
            "the scf ended at an accuracy of %.2g Ry; the limit is %.2g Ry",
            last.accuracy(),
            asked.scfThreshold())
        : Optional.empty();
  }

  /** Another input, or an XML file of another run. */
  private Optional<Verdict> ignored() {
    if (!xml.calculation().equals(asked.calculation())) {
      return ignored("calculation", xml.calculation(), asked.calculation());
    }
    if (asked.mesh().isPresent() && !asked.mesh().equals(xml.mesh())) {
      return ignored(
          "k-points",
          xml.mesh().map(KMesh::toString).orElse(xml.kPoints() + " listed"),
          asked.mesh().get().toString());
    }
    if (differ(xml.cutoff(), asked.cutoff())) {
      return ignored("cutoff in Ry", xml.cutoff(), asked.cutoff());
    }
    return differ(xml.densityCutoff(), asked.densityCutoff())
        ? ignored("density cutoff in Ry", xml.densityCutoff(), asked.densityCutoff())
        : Optional.empty();
  }

  private static boolean differ(double a, double b) {
    return !(Math.abs(a - b) < 1e-6 * Math.abs(b));
  }

  private static Optional<Verdict> ignored(String what, Object had, Object asked) {
    return failure(
        FailureReason.SETTINGS_IGNORED, "pw.x computed with %s %s, not %s", what, had, asked);
  }

  private static Optional<Verdict> finite(Scf last, Point point) {
    return Double.isFinite(last.energy() + point.energy() + point.maxForce() + point.pressure())
        ? Optional.empty()
        : failure(
            FailureReason.NOT_A_NUMBER,
            "energy %s Ry, largest force %s eV/Å, pressure %s kbar",
            point.energy(),
            point.maxForce(),
            point.pressure());
  }

  private static Optional<Verdict> agreeing(Scf last, Point point) {
    return same(last.energy(), point.energy())
        ? Optional.empty()
        : failure(
            FailureReason.ENERGY_MISMATCH,
            "standard output says %.8f Ry, the XML file %.8f Ry; they may differ by %.0e Ry",
            last.energy(),
            point.energy(),
            SAME_ENERGY);
  }

  private static Optional<Verdict> sane(Point point) {
    return point.energy() < 0 && Math.abs(point.pressure()) < ABSURD_PRESSURE
        ? Optional.empty()
        : failure(
            FailureReason.COLLAPSED,
            "energy %.3f Ry (the limit is 0) at %.0f kbar (the limit is %.0f)",
            point.energy(),
            point.pressure(),
            ABSURD_PRESSURE);
  }

  /** "bfgs converged" is printed as well where it gave up. */
  private Optional<Verdict> atRest(Point point) {
    if (!asked.relaxes()) {
      return Optional.empty();
    }
    if (!output.says("bfgs converged")
        || (asked.changesCell() && !output.says("Final scf calculation"))) {
      return failure(FailureReason.OUTPUT_UNREADABLE, "pw.x does not say that BFGS converged");
    }
    boolean there =
        force(output) <= asked.forceThreshold() * ROUNDING
            && energy(output) <= asked.energyThreshold() * ROUNDING
            && stress(asked, output) <= asked.pressureThreshold() * ROUNDING;
    return there
        ? Optional.empty()
        : Optional.of(
            new Unfinished(FailureReason.STUCK, rest(asked, output, "BFGS gave up"), point));
  }

  /** What keeps the last structure from being at rest, in words. */
  static String rest(Asked asked, PwOutput output, String what) {
    return text(
        "%s at a force of %.2g Ry/bohr (limit %.2g), an energy change of %.2g Ry (limit %.2g) and a"
            + " stress of %.2g kbar (limit %.2g)",
        what,
        force(output),
        asked.forceThreshold(),
        energy(output),
        asked.energyThreshold(),
        stress(asked, output),
        asked.pressureThreshold());
  }

  private static double force(PwOutput output) {
    return output.gradientError().orElse(Double.NaN);
  }

  private static double energy(PwOutput output) {
    return output.energyError().orElse(Double.NaN);
  }

  private static double stress(Asked asked, PwOutput output) {
    return asked.changesCell()
        ? output.cellError().orElse(Double.NaN) * PwUnits.KBAR_PER_RYDBERG_PRESSURE
        : 0;
  }

  /** BFGS keeps the plane waves of the start; the final scf shows whether that mattered. */
  private Optional<Verdict> inItsOwnBasis(Point point) {
    if (!asked.changesCell() || xml.steps().isEmpty()) {
      return Optional.empty();
    }
    double before = xml.steps().get(xml.steps().size() - 1).energy();
    double moved = Math.abs(point.energy() - before) / point.structure().size();
    double left = Math.abs(point.pressure() - asked.pressure());
    return moved <= ENERGY_MOVED && left <= PRESSURE_LEFT
        ? Optional.empty()
        : Optional.of(
            new Unfinished(
                FailureReason.BASIS_OUTDATED,
                text(
                    "with the plane waves of the relaxed cell the energy moved by %.3f mRy/atom"
                        + " (limit %.1f) and the pressure is %.1f kbar off (limit %.0f)",
                    1000 * moved, 1000 * ENERGY_MOVED, left, PRESSURE_LEFT),
                point));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static Optional<Verdict> failure(FailureReason reason, String format, Object... values) {
    return Optional.of(new Failure(reason, text(format, values)));
  }
}
