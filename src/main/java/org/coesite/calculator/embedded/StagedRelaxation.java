package org.coesite.calculator.embedded;

import java.util.List;
import java.util.Optional;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Units;
import org.coesite.crystal.Structure;
import org.coesite.forcefield.Potential;

/** Relaxes with one potential after the other; all but the last stage only roughly. */
final class StagedRelaxation {

  /** Tolerances of the stages before the last, whose result is only a start: eV/Å, GPa, eV. */
  private static final double ROUGH_FORCE = 0.1;

  private static final double ROUGH_STRESS = 2;
  private static final double ROUGH_ENERGY = 1e-3;

  /** Error of the energy that may be left at the end, eV per atom. */
  private static final double ENERGY = 1e-6;

  private final List<Potential> potentials;
  private final RelaxationSettings settings;
  private final Journal journal;

  StagedRelaxation(List<Potential> potentials, RelaxationSettings settings) {
    this.potentials = potentials;
    this.settings = settings;
    this.journal = new Journal(settings.maxSteps(), settings.maxTime());
  }

  Relaxation from(Structure start) {
    Tolerance rough = new Tolerance(ROUGH_FORCE, ROUGH_STRESS, ROUGH_ENERGY * start.size());
    Structure structure = start;
    int last = potentials.size() - 1;
    for (Potential potential : potentials.subList(0, last)) {
      Stage stage = stage(potential, structure, rough);
      Point first = stage.start();
      if (!first.isFinite()) {
        return noStart(stage.surface(), first);
      }
      Descent.Outcome outcome = stage.relax(first);
      if (outcome.violation().isPresent()) {
        return failed(potential, outcome.violation().get());
      }
      structure = stage.surface().structure(outcome.point().x());
    }
    Tolerance tolerance =
        new Tolerance(settings.maxForce(), settings.maxStress(), ENERGY * start.size());
    return result(potentials.get(last), stage(potentials.get(last), structure, tolerance));
  }

  private Stage stage(Potential potential, Structure structure, Tolerance tolerance) {
    double pressure = settings.pressure() / Units.GIGAPASCALS;
    return Stage.of(potential, structure, pressure, tolerance, journal);
  }

  private Relaxation result(Potential potential, Stage stage) {
    CrystalSurface surface = stage.surface();
    Point first = stage.start();
    if (!first.isFinite()) {
      return noStart(surface, first);
    }
    SaddleEscape.Result end =
        new SaddleEscape(stage).from(stage.relax(first), settings.escapeSaddles());
    Descent.Outcome outcome = end.outcome();
    if (outcome.violation().isPresent()) {
      return failed(potential, outcome.violation().get());
    }
    Point point = outcome.point();
    Residual residual = surface.residual(point);
    Structure structure = surface.structure(point.x());
    double energy = point.value() - residual.pressure() * residual.volume();
    return outcome.end() == Descent.End.RELAXED
        ? converged(structure, energy, point.value(), residual, end.kind())
        : new Relaxation.NotConverged(
            outcome.end() == Descent.End.STUCK ? FailureReason.STUCK : journal.bound(),
            outcome.reason(),
            structure,
            energy,
            residual.maxForce(),
            residual.pressureLeft(),
            journal.steps());
  }

  private Relaxation converged(
      Structure structure,
      double energy,
      double enthalpy,
      Residual residual,
      StationaryPoint kind) {
    return new Relaxation.Converged(
        structure,
        energy,
        enthalpy,
        residual.maxForce(),
        residual.pressureLeft(),
        kind,
        journal.steps());
  }

  private Relaxation failed(Potential potential, Violation violation) {
    return new Relaxation.Failed(
        violation.reason(), potential.name() + ": " + violation.message(), journal.steps());
  }

  private Relaxation noStart(CrystalSurface surface, Point first) {
    Optional<Violation> violation = surface.violation(first.x());
    FailureReason reason = violation.map(Violation::reason).orElse(FailureReason.NOT_A_NUMBER);
    String message = violation.map(Violation::message).orElse("energy is " + first.value() + " eV");
    return new Relaxation.Failed(reason, "start: " + message, journal.steps());
  }
}
