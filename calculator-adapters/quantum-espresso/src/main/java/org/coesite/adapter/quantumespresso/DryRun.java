package org.coesite.adapter.quantumespresso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

/**
 * Lets pw.x read everything and stop before the first iteration: a file {@code pwscf.EXIT} in its
 * output folder does that, in less than a second.
 */
record DryRun(PwInput input, PwProgram program, Workplace workplace, Machine machine) {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  Forecasting.Outcome forecast() throws IOException {
    Path folder = workplace.folder().resolve("dry-run");
    try {
      Path out = folder.resolve(PwInput.OUTDIR);
      Files.createDirectories(out);
      Files.deleteIfExists(out.resolve("pwscf.EXIT"));
      Files.createFile(out.resolve("pwscf.EXIT"));
      Folders.write(folder.resolve(PwInput.FILE), input.text(LIMIT));
      Ending ending =
          program.run(
              workplace.label() + ".dry", folder, workplace, workplace.placement().serial(), LIMIT);
      return judged(ending, folder);
    } finally {
      Folders.delete(folder);
    }
  }

  private Forecasting.Outcome judged(Ending ending, Path folder) throws IOException {
    PwOutput output = new PwOutput(Folders.text(folder.resolve(PwProgram.OUTPUT)));
    boolean asMeant =
        ending instanceof Ending.Exited
            && output.done()
            && output.says("Program stopped by user request")
            && output.kPoints().isPresent();
    return asMeant ? compared(output) : infeasible(ending, output, folder);
  }

  private Infeasible infeasible(Ending ending, PwOutput output, Path folder) throws IOException {
    String error = Folders.text(folder.resolve(PwProgram.OUTPUT + ".err"));
    Traces traces = new Traces(ending, output, error, Optional.empty(), List.of());
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

  private Forecasting.Outcome compared(PwOutput output) {
    CostModel cost = CostModel.of(output, input.settings());
    long memory = output.memory() * pools(output);
    if (workplace.execution().name().equals("local") && memory > machine.memory()) {
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
