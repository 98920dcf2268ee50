package org.coesite.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Structure;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;

/**
 * A calculator with its settings.
 *
 * @param work folder that outside programs keep their files in and go on from; without one they
 *     work in a temporary folder
 */
record Relaxer(
    Calculator calculator, RelaxationSettings settings, Placement placement, Optional<Path> work) {

  /**
   * What came out, and what the calculator was told.
   *
   * @param settings completed by the calculator
   */
  record Result(Relaxation outcome, RelaxationSettings settings) {}

  /**
   * Relaxes a structure.
   *
   * @param interrupted whether to end soon
   * @throws UnfitSettingsException if settings, machine and structure do not fit together
   */
  Result relax(Structure structure, BooleanSupplier interrupted) {
    if (work.isPresent()) {
      return relax(structure, work.get(), interrupted);
    }
    Path folder = temporary();
    try {
      return relax(structure, folder, interrupted);
    } finally {
      delete(folder);
    }
  }

  private Result relax(Structure structure, Path folder, BooleanSupplier interrupted) {
    RelaxationSettings prepared =
        calculator.prepared(structure.composition(), settings, placement, folder);
    Workplace workplace =
        new Workplace(folder, "coesite-relax", new LocalExecution(), placement, interrupted);
    return new Result(calculator.relax(structure, prepared, workplace), prepared);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("coesite-relax");
    } catch (IOException failure) {
      throw new WorkFailed("no temporary folder can be made: " + failure.getMessage());
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failure) {
      throw new WorkFailed(folder + " cannot be removed: " + failure.getMessage());
    }
  }
}
