package org.coesite.adapter.quantumespresso;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.coesite.adapter.quantumespresso.Round.Report;
import org.coesite.adapter.quantumespresso.Verdict.Done;
import org.coesite.adapter.quantumespresso.Verdict.Failure;
import org.coesite.adapter.quantumespresso.Verdict.Unfinished;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Forecasting.Outcome.Feasible;
import org.coesite.calculator.Forecasting.Outcome.Infeasible;
import org.coesite.calculator.IonicStep;
import org.coesite.calculator.Machine;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.calculator.Units;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Structure;
import org.coesite.execution.Placement;

/** A relaxation: vc-relax again and again until the plane waves fit the cell. */
record Relaxing(
    PwSettings settings,
    PseudopotentialSet pseudopotentials,
    PwProgram program,
    Workplace workplace,
    Machine machine) {

  Relaxation relax(Structure start, Duration limit) throws IOException {
    TimeBudget time = new TimeBudget(limit);
    List<Point> steps = new ArrayList<>();
    Structure current = start;
    for (int number = 1; ; number++) {
      PwInput input = new PwInput(settings, current, pseudopotentials.byElement().values());
      Report report = round(number, input, time);
      steps.addAll(report.steps());
      boolean again =
          number < settings.rounds()
              && report.verdict() instanceof Unfinished u
              && u.kind() == FailureReason.BASIS_OUTDATED
              && !time.isSpent();
      if (!again) {
        return relaxation(report.verdict(), steps);
      }
      current = ((Unfinished) report.verdict()).point().structure();
    }
  }

  private Report round(int number, PwInput input, TimeBudget time) throws IOException {
    Optional<String> collapse = StartCell.collapse(input.structure());
    if (collapse.isPresent()) {
      return failed(FailureReason.COLLAPSED, collapse.get());
    }
    Path pseudo = workplace.folder().resolve("pseudo");
    Folders.place(pseudo, input.species());
    Path folder = workplace.folder().resolve("round-" + number);
    Optional<Report> blocked =
        new Round(folder, input, program, workplace, workplace.placement()).clear();
    if (blocked.isPresent()) {
      return blocked.get();
    }
    // From an earlier attempt, which needs no second dry run.
    OptionalInt kPoints = new SavedRun(folder).output().kPoints();
    if (kPoints.isEmpty()) {
      var outcome = new DryRun(input, program, workplace, machine).forecast();
      if (outcome instanceof Infeasible no) {
        return failed(no.reason(), no.message());
      }
      kPoints = OptionalInt.of(((Feasible) outcome).forecast().kPoints());
    }
    Placement placement = fitting(workplace.placement(), kPoints.getAsInt());
    Report report = new Round(folder, input, program, workplace, placement).run(time);
    if (report.verdict() instanceof Done) {
      Folders.delete(pseudo);
    }
    return report;
  }

  private static Report failed(FailureReason reason, String message) {
    return new Report(new Failure(reason, message), List.of());
  }

  /** No more pools than k-points, which pw.x refuses. */
  static Placement fitting(Placement placement, int kPoints) {
    int pools =
        IntStream.iterate(Math.min(placement.pools(), kPoints), n -> n - 1)
            .filter(n -> placement.processes() % n == 0)
            .findFirst()
            .orElse(1);
    return new Placement(
        placement.execution(), placement.processes(), pools, placement.directives());
  }

  private Relaxation relaxation(Verdict verdict, List<Point> steps) {
    if (verdict instanceof Done done) {
      Point p = done.point();
      return new Relaxation.Converged(
          p.structure(),
          p.energyInElectronVolts(),
          enthalpy(p),
          p.maxForce(),
          p.pressure() / PwUnits.KBAR_PER_GPA,
          StationaryPoint.UNKNOWN,
          ionic(steps, Optional.of(p)));
    }
    if (verdict instanceof Unfinished u) {
      Point p = u.point();
      return new Relaxation.NotConverged(
          u.kind(),
          u.reason(),
          p.structure(),
          p.energyInElectronVolts(),
          p.maxForce(),
          p.pressure() / PwUnits.KBAR_PER_GPA,
          ionic(steps, Optional.empty()));
    }
    Failure failure = (Failure) verdict;
    return new Relaxation.Failed(
        failure.reason(), failure.message(), ionic(steps, Optional.empty()));
  }

  private List<IonicStep> ionic(List<Point> steps, Optional<Point> last) {
    List<Point> all = new ArrayList<>(steps);
    last.ifPresent(all::add);
    return IntStream.range(0, all.size())
        .mapToObj(
            i ->
                new IonicStep(
                    i,
                    enthalpy(all.get(i)),
                    all.get(i).maxForce(),
                    all.get(i).structure().lattice().volume()))
        .toList();
  }

  private double enthalpy(Point point) {
    return point.energyInElectronVolts()
        + settings.pressure()
            / PwUnits.KBAR_PER_GPA
            * point.structure().lattice().volume()
            / Units.GIGAPASCALS;
  }
}
