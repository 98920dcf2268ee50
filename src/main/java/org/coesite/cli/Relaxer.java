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
   * Relaxes the structure of a file.
   *
   * @param interrupted whether to end soon
   * @throws BadInput if settings, machine and structure do not fit together
   */
  Relaxation relax(Path file, Structure structure, BooleanSupplier interrupted) {
    if (work.isPresent()) {
      return relax(file, structure, work.get(), interrupted);
    }
    Path folder = temporary();
    try {
      return relax(file, structure, folder, interrupted);
    } finally {
      delete(folder);
    }
  }

  private Relaxation relax(
      Path file, Structure structure, Path folder, BooleanSupplier interrupted) {
    RelaxationSettings prepared;
    try {
      prepared = calculator.prepared(structure.composition(), settings, folder);
    } catch (UnfitSettingsException unfit) {
      throw new BadInput(
          String.join(
              System.lineSeparator() + "coesite: ",
              unfit.problems().stream().map(problem -> file + ": " + problem).toList()));
    }
    Workplace workplace =
        new Workplace(folder, "coesite-relax", new LocalExecution(), placement, interrupted);
    return calculator.relax(structure, prepared, workplace);
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
