package org.coesite.adapter.quantumespresso;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.coesite.adapter.quantumespresso.PwOutput.ErrorBlock;
import org.coesite.adapter.quantumespresso.Verdict.Failure;
import org.coesite.adapter.quantumespresso.Verdict.Unfinished;
import org.coesite.calculator.BrokenRun;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Units;
import org.coesite.execution.Ending;

/**
 * Judges a run by standard output and exit code, and has {@link ResultCheck} look at its numbers.
 * Neither is believed alone: pw.x 6.7 ends with 0 and JOB DONE after more than one kind of failure.
 */
record Judge(Asked asked, Traces traces) {

  /** How pw.x 6.7 ends, without a word, where a UPF file of version 1 is cut short. */
  private static final String CUT_PSEUDOPOTENTIAL = "exit code 6";

  /** The verdict on a run. */
  static Verdict on(Asked asked, Traces traces) {
    return new Judge(asked, traces).verdict().with(traces.printed());
  }

  private Verdict verdict() {
    return notEnded().or(this::refused).or(this::stopped).orElseGet(this::result);
  }

  private PwOutput output() {
    return traces.output();
  }

  /** It was ended from outside, or never began. */
  private Optional<Verdict> notEnded() {
    return BrokenRun.of(traces.ending()).map(this::ended);
  }

  private Verdict ended(BrokenRun broken) {
    String message = "pw.x: " + broken.message();
    boolean bySignal =
        broken.reason() == FailureReason.KILLED || broken.reason() == FailureReason.CRASHED;
    return new Failure(
        bySignal ? ErrorRouting.reason(traces.error(), broken.reason()) : broken.reason(), message);
  }

  /** It gave up by itself. */
  private Optional<Verdict> refused() {
    Optional<ErrorBlock> error = output().error();
    if (error.isPresent()) {
      FailureReason reason =
          ErrorRouting.reason(
              error.get().routine() + " " + error.get().message(), FailureReason.CRASHED);
      return Optional.of(
          reason == FailureReason.BASIS_OUTDATED
              ? fromLastStep(reason, error.get().sentence())
              : new Failure(reason, error.get().sentence()));
    }
    if (output().text().isBlank()) {
      return Optional.of(silent());
    }
    return output().done() ? Optional.empty() : Optional.of(brokenOff());
  }

  /** mpirun did not start it, or it was gone before its first words left their buffer. */
  private Verdict silent() {
    FailureReason reason =
        !traces.error().contains("MPI_ABORT was invoked") && !traces.error().contains("%%%%")
            ? FailureReason.CALCULATOR_MISSING
            : code().equals(CUT_PSEUDOPOTENTIAL)
                ? FailureReason.PSEUDOPOTENTIAL
                : FailureReason.CRASHED;
    return new Failure(
        ErrorRouting.reason(traces.error(), reason),
        "pw.x printed nothing and ended with " + code());
  }

  /** A hard stop without an error block: where it happened tells what it was. */
  private Verdict brokenOff() {
    double cubicAngstrom = PwUnits.BOHR * PwUnits.BOHR * PwUnits.BOHR;
    double volume = output().volume().orElse(Double.NaN) * cubicAngstrom;
    double perAtom = volume / output().atoms().orElse(1);
    if (perAtom < StartCell.SMALLEST_VOLUME) {
      return new Failure(
          FailureReason.COLLAPSED,
          "pw.x ended with %s; the cell has %.2f Å³ per atom, the limit is %.1f Å³"
              .formatted(code(), perAtom, StartCell.SMALLEST_VOLUME));
    }
    boolean whileReading = !output().says("G-vector") && output().says("Current dimensions");
    FailureReason otherwise = whileReading ? FailureReason.PSEUDOPOTENTIAL : FailureReason.CRASHED;
    return new Failure(
        ErrorRouting.reason(traces.error() + " " + lastLine(), otherwise),
        "pw.x ended with %s and without JOB DONE%s"
            .formatted(code(), whileReading ? " while it read pseudopotentials" : ""));
  }

  private String lastLine() {
    List<String> lines = traces.printed().output();
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  /** It ended in an orderly way before it was done. */
  private Optional<Verdict> stopped() {
    if (output().says("convergence NOT achieved")) {
      return failure(FailureReason.SCF_NOT_CONVERGED, line("convergence NOT achieved"));
    }
    if (output().says("Maximum CPU time exceeded")) {
      return Optional.of(
          fromLastStep(
              FailureReason.TIME_SPENT,
              "pw.x stopped in time: %s, %s".formatted(line("max_seconds"), line("elapsed sec"))));
    }
    if (output().says("Program stopped by user request")) {
      return failure(FailureReason.INTERRUPTED, "a file pwscf.EXIT stopped pw.x");
    }
    if (output().says("The maximum number of steps has been reached")) {
      return Optional.of(
          fromLastStep(
              FailureReason.STEPS_SPENT,
              ResultCheck.rest(asked, output(), "pw.x spent its steps")));
    }
    int exit = traces.ending() instanceof Ending.Exited e ? e.code() : 0;
    return exit == 0
        ? Optional.empty()
        : failure(FailureReason.CRASHED, "pw.x printed JOB DONE and ended with " + code());
  }

  private Verdict result() {
    if (!traces.emptyFiles().isEmpty()) {
      return new Failure(
          FailureReason.DISK_FULL,
          "saved files are empty, as on a full disk: " + String.join(", ", traces.emptyFiles()));
    }
    try {
      return new ResultCheck(asked, output(), xml()).verdict();
    } catch (IllegalArgumentException e) {
      return new Failure(
          FailureReason.OUTPUT_UNREADABLE, "data-file-schema.xml: " + e.getMessage());
    }
  }

  /** Structure and energy belong together in a step, not in the output of a run that stopped. */
  private Verdict fromLastStep(FailureReason kind, String reason) {
    try {
      return xml().steps().stream()
          .filter(step -> ResultCheck.wasPrinted(step, output()))
          .min(Comparator.comparingDouble(this::enthalpy))
          .<Verdict>map(step -> new Unfinished(kind, reason, withPressure(step)))
          .orElseGet(() -> new Failure(withoutStructure(kind), reason + "; no step was finished"));
    } catch (IllegalArgumentException e) {
      return new Failure(
          withoutStructure(kind), "%s; no step: %s".formatted(reason, e.getMessage()));
    }
  }

  /** The XML file has no stress of a step; standard output has, in the same order as energies. */
  private Point withPressure(Point step) {
    List<Double> pressures = output().pressures();
    for (int i = 0; i < Math.min(pressures.size(), output().scfs().size()); i++) {
      if (ResultCheck.same(output().scfs().get(i).energy(), step.energy())) {
        return new Point(step.structure(), step.energy(), step.maxForce(), pressures.get(i));
      }
    }
    return step;
  }

  private static FailureReason withoutStructure(FailureReason kind) {
    return kind == FailureReason.TIME_SPENT ? FailureReason.TIMED_OUT : kind;
  }

  private double enthalpy(Point step) {
    return step.energyInElectronVolts()
        + asked.pressure()
            / PwUnits.KBAR_PER_GPA
            * step.structure().lattice().volume()
            / Units.GIGAPASCALS;
  }

  private PwXml xml() {
    return PwXml.read(
        traces.xml().orElseThrow(() -> new IllegalArgumentException("there is no such file")));
  }

  private String line(String words) {
    List<String> found = output().text().lines().filter(l -> l.contains(words)).toList();
    return found.isEmpty() ? "" : found.get(found.size() - 1).strip();
  }

  private String code() {
    return traces.ending() instanceof Ending.Exited e ? "exit code " + e.code() : "no exit code";
  }

  private static Optional<Verdict> failure(FailureReason reason, String message) {
    return Optional.of(new Failure(reason, message));
  }
}
