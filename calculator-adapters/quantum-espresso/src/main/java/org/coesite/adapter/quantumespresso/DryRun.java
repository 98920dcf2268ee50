package org.coesite.adapter.quantumespresso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.coesite.adapter.quantumespresso.Verdict.Failure;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Forecast;
import org.coesite.calculator.Forecasting;
import org.coesite.calculator.Forecasting.Outcome.Feasible;
import org.coesite.calculator.Forecasting.Outcome.Infeasible;
import org.coesite.calculator.Machine;
import org.coesite.calculator.Workplace;
import org.coesite.execution.Ending;
import org.coesite.execution.Placement;

/**
 * Lets pw.x read everything and stop before the first iteration: a file {@code pwscf.EXIT} in its
 * output folder does that, in less than a second.
 */
record DryRun(PwInput input, PwProgram program, Workplace workplace, Machine machine) {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  Forecasting.Outcome forecast() throws IOException {
    Path folder = workplace.folder().resolve("dry-run");
    Placement serial = workplace.placement().serial();
    SavedRun saved = new SavedRun(folder);
    boolean goesOn =
        saved.identity().equals(input.identity())
            && program.goesOn(name(), folder, workplace, serial);
    if (!goesOn) {
      Optional<Ending> unknown = program.giveUp(name(), folder, workplace, serial);
      if (unknown.isPresent()) {
        return infeasible(Traces.none(unknown.get()));
      }
      prepare(saved);
    }
    Ending ending = program.run(name(), folder, workplace, serial, new TimeBudget(LIMIT));
    Forecasting.Outcome outcome = judged(saved.traces(ending));
    if (!mayBeAtWork(ending)) {
      Folders.delete(folder);
    }
    return outcome;
  }

  private String name() {
    return workplace.label() + ".dry";
  }

  private void prepare(SavedRun saved) throws IOException {
    Folders.delete(saved.folder());
    Path out = Files.createDirectories(saved.folder().resolve(PwInput.OUTDIR));
    Files.createFile(out.resolve("pwscf.EXIT"));
    Folders.write(saved.folder().resolve(PwInput.FILE), input.text(LIMIT));
    saved.identify(input.identity());
  }

  /** Its folder has the note then by which the next attempt finds its job. */
  private static boolean mayBeAtWork(Ending ending) {
    return ending instanceof Ending.SchedulerUnavailable
        || ending instanceof Ending.NotStarted
        || ending instanceof Ending.Lost;
  }

  private Forecasting.Outcome judged(Traces traces) {
    PwOutput output = traces.output();
    boolean asMeant =
        traces.ending() instanceof Ending.Exited
            && output.done()
            && output.says("Program stopped by user request")
            && output.kPoints().isPresent();
    return asMeant ? compared(output) : infeasible(traces);
  }

  private Infeasible infeasible(Traces traces) {
    return Judge.on(Asked.of(input), traces) instanceof Failure failure
        ? new Infeasible(failure.reason(), "dry run: " + failure.message())
        : new Infeasible(
            FailureReason.OUTPUT_UNREADABLE,
            traces.printed().below("dry run: pw.x did not stop where it was told to"));
  }

  /**
   * By what the memory of one process is multiplied: each pool holds its own copy of everything,
   * which the processes in it share out among them.
   */
  private int pools(PwOutput output) {
    return Relaxing.fitting(workplace.placement(), output.kPoints().orElse(1)).pools();
  }

  /** A dry run may take place here although the relaxation will not. */
  private boolean isHere() {
    return workplace.placement().execution().equals(Placement.HERE.execution());
  }

  private Forecasting.Outcome compared(PwOutput output) {
    CostModel cost = CostModel.of(output, input.settings());
    long memory = output.memory() * pools(output);
    if (isHere() && memory > machine.memory()) {
      return new Infeasible(
          FailureReason.OUT_OF_MEMORY,
          "pw.x needs about %d MB of memory; %d MB are free"
              .formatted(memory / 1_000_000, machine.memory() / 1_000_000));
    }
    if (cost.disk() > machine.disk(workplace.folder())) {
      return new Infeasible(
          FailureReason.DISK_FULL,
          "pw.x needs about %d MB in %s; %d MB are free"
              .formatted(
                  cost.disk() / 1_000_000,
                  workplace.folder(),
                  machine.disk(workplace.folder()) / 1_000_000));
    }
    return new Feasible(
        new Forecast(
            cost.operations(),
            cost.kPoints(),
            memory,
            cost.disk(),
            input.settings().singlePoint() ? cost.singlePoint() : cost.relaxation()));
  }
}
