package org.coesite.adapter.gulp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Structure;
import org.coesite.forcefield.Potential;

/** Relaxes with one potential after the other, each stage from the end of the one before. */
final class StagedRelaxation {

  private final List<Potential> potentials;
  private final RelaxationSettings settings;
  private final Attempts attempts;

  StagedRelaxation(
      Path program, List<Potential> potentials, RelaxationSettings settings, Workplace workplace) {
    this.potentials = potentials;
    this.settings = settings;
    this.attempts = new Attempts(program, settings, workplace);
  }

  Relaxation from(Structure start) {
    Structure structure = start;
    int last = potentials.size() - 1;
    for (int stage = 0; stage < last; stage++) {
      Potential potential = potentials.get(stage);
      Verdict verdict = attempts.relax(potential, structure, potentials.size() - stage);
      Task task = task(potential, structure);
      if (verdict instanceof Verdict.Useless useless) {
        return failed(potential, useless);
      }
      // What only nearly relaxed with an earlier potential is still a start for the next.
      structure =
          verdict instanceof Verdict.Achieved achieved
              ? achieved.end().structure(task.atoms())
              : ((Verdict.GaveUp) verdict).end().structure(task.atoms());
    }
    Potential potential = potentials.get(last);
    return result(task(potential, structure), attempts.relax(potential, structure, 1));
  }

  private Task task(Potential potential, Structure structure) {
    return new Task(
        potential, structure.rightHanded(), settings.pressure(), settings.maxSteps() > 0);
  }

  private Relaxation result(Task task, Verdict verdict) {
    if (verdict instanceof Verdict.Achieved achieved) {
      EmbeddedPoint point = EmbeddedPoint.of(task, achieved.end());
      return new Relaxation.Converged(
          achieved.end().structure(task.atoms()),
          ResultCheck.energy(task, achieved.end(), achieved.enthalpy()),
          achieved.enthalpy(),
          point.maxForce(),
          point.pressure(),
          StationaryPoint.UNKNOWN,
          steps());
    }
    if (verdict instanceof Verdict.GaveUp gaveUp) {
      EmbeddedPoint point = EmbeddedPoint.of(task, gaveUp.end());
      return new Relaxation.NotConverged(
          gaveUp.kind(),
          gaveUp.reason(),
          gaveUp.end().structure(task.atoms()),
          ResultCheck.energy(task, gaveUp.end(), gaveUp.enthalpy()),
          point.maxForce(),
          point.pressure(),
          steps());
    }
    return failed(task.potential(), (Verdict.Useless) verdict);
  }

  private Relaxation failed(Potential potential, Verdict.Useless useless) {
    return new Relaxation.Failed(
        useless.reason(), potential.name() + ": " + useless.message(), steps());
  }

  /** GULP prints neither the largest force nor the volume of a cycle. */
  private List<IonicStep> steps() {
    List<IonicStep> steps = new ArrayList<>();
    for (Cycle cycle : attempts.cycles()) {
      steps.add(new IonicStep(steps.size(), cycle.energy(), Double.NaN, Double.NaN));
    }
    return steps;
  }
}
