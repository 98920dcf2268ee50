package org.coesite.adapter.gulp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.format.BoundedFile;
import org.coesite.execution.Ending;
import org.coesite.execution.LastLines;
import org.coesite.execution.ProgramRun;

/**
 * One run of the program in a folder of its own.
 *
 * @param program the executable
 * @param folder below the folder of the relaxation; need not exist yet
 * @param name of the run for a scheduler
 */
record GulpRun(Path program, Path folder, String name) {

  /** Threads of the linear algebra would take cores from other relaxations. */
  static final Map<String, String> ONE_THREAD = Map.of("OPENBLAS_NUM_THREADS", "1");

  /** Largest file of the program that is read, bytes. */
  private static final int LARGEST = 64_000_000;

  static final String INPUT = "run.gin";
  static final String OUTPUT = "run.gout";

  /**
   * What a run wrote, and the verdict on it.
   *
   * @param worked for how long the program was at work
   */
  record Result(Verdict verdict, List<Cycle> cycles, LastLines printed, Duration worked) {}

  /** Runs an input to its end and reads what came out. */
  Result of(GulpInput input, Duration limit, Workplace workplace) {
    ProgramRun run =
        new ProgramRun(
            name,
            List.of(program.toString()),
            folder,
            ONE_THREAD,
            Optional.of(INPUT),
            OUTPUT,
            limit,
            workplace.placement());
    try {
      // A job that a killed process has left is still at work on its files.
      if (!workplace.execution().goesOn(run)) {
        writeInput(input.text());
      }
    } catch (IOException failure) {
      return useless(
          FailureReason.ofFile(failure.getMessage(), FailureReason.CALCULATOR_MISSING),
          folder.resolve(INPUT) + " cannot be written: " + failure,
          LastLines.NONE,
          Duration.ZERO);
    }
    long begin = System.nanoTime();
    Ending ending = workplace.execution().run(run, workplace.interrupted());
    Duration worked =
        workplace.execution().worked(run, Duration.ofNanos(System.nanoTime() - begin));
    LastLines printed =
        ending.hasOutput() ? LastLines.of(run.outputFile(), run.errorFile()) : LastLines.NONE;
    try {
      GulpOutput output =
          new GulpOutput(ending.hasOutput() ? text(run.outputFile()) : Listing.EMPTY);
      return new Result(
          new EndOfRun(ending, output, text(run.errorFile())).verdict(() -> judged(input, output)),
          output.cycles(),
          printed,
          worked);
    } catch (IllegalArgumentException unreadable) {
      return useless(
          FailureReason.OUTPUT_UNREADABLE,
          run.outputFile() + " cannot be read: " + unreadable.getMessage(),
          printed,
          worked);
    } catch (IOException failure) {
      return useless(
          FailureReason.OUTPUT_UNREADABLE,
          run.outputFile() + " cannot be read: " + failure,
          printed,
          worked);
    }
  }

  private static Result useless(
      FailureReason reason, String message, LastLines printed, Duration worked) {
    return new Result(new Verdict.Useless(reason, message), List.of(), printed, worked);
  }

  private Verdict judged(GulpInput input, GulpOutput output) {
    Path restart = folder.resolve(GulpInput.RESTART_FILE);
    try {
      return new Judge(input.task()).of(output, RestartFile.read(text(restart)));
    } catch (IOException failure) {
      return new Verdict.Useless(
          FailureReason.OUTPUT_UNREADABLE, restart + " cannot be read: " + failure);
    }
  }

  /** What an earlier run of another input left goes away. */
  private void writeInput(String text) throws IOException {
    Files.createDirectories(folder);
    Path input = folder.resolve(INPUT);
    if (Files.exists(input) && Files.readString(input).equals(text)) {
      return;
    }
    Files.deleteIfExists(folder.resolve(OUTPUT));
    Files.deleteIfExists(folder.resolve(GulpInput.RESTART_FILE));
    Files.writeString(input, text);
  }

  /** The text of a file, with no lines if there is no file. */
  private static Listing text(Path file) throws IOException {
    return Files.exists(file)
        ? Listing.of(new String(BoundedFile.bytes(file, LARGEST), StandardCharsets.ISO_8859_1))
        : Listing.EMPTY;
  }
}
