package org.coesite.adapter.gulp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;
import org.coesite.execution.Executable;
import org.coesite.forcefield.Potential;
import org.coesite.forcefield.PotentialFit;
import org.coesite.forcefield.PotentialLibrary;

/**
 * Relaxes cell, atoms and shells with GULP (Gale and Rohl, Mol. Simul. 29, 291 (2003), doi
 * 10.1080/0892702031000104887), by the potentials of the library.
 *
 * <p>A stage is a run of the fast optimiser and, if that comes to nothing, one of the careful one
 * from the same start. A result counts if the output passes all tests and the embedded force field
 * has the same energy there.
 */
public final class GulpCalculator implements Calculator {

  private final PotentialLibrary library;
  private final Executable executable;
  private final InstalledVersion version = new InstalledVersion();

  /** A calculator on the potentials of a library that runs an executable. */
  public GulpCalculator(PotentialLibrary library, Executable executable) {
    this.library = library;
    this.executable = executable;
  }

  /** The same with what an environment calls GULP: {@code COESITE_GULP}, else the PATH. */
  public GulpCalculator(PotentialLibrary library, Map<String, String> environment) {
    this(library, new Executable("gulp", "COESITE_GULP", environment));
  }

  @Override
  public String name() {
    return "gulp";
  }

  @Override
  public String version() {
    return executable.file().map(version::of).orElse("not installed");
  }

  @Override
  public RelaxationSettings prepared(
      Composition composition, RelaxationSettings settings, Path folder) {
    List<String> problems = new ArrayList<>();
    if (executable.file().isEmpty()) {
      problems.add("gulp: " + executable.missing());
    }
    if (settings.stages().isEmpty()) {
      problems.add(
          "gulp: no potential is named, as in 'potential: sio2-slc' or --potential sio2-slc");
    }
    settings.stages().stream()
        .flatMap(stage -> PotentialFit.problem(library.potential(stage), composition).stream())
        .forEach(problems::add);
    settings.options().keySet().stream()
        .map(option -> "gulp: unknown option '" + option + "'; it has none")
        .forEach(problems::add);
    unwritable(folder).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw new UnfitSettingsException(problems);
    }
    return settings;
  }

  @Override
  public List<String> rawFiles() {
    return List.of(GulpRun.INPUT, GulpRun.OUTPUT + "*", GulpInput.RESTART_FILE);
  }

  /** Looks at the folder or at the nearest one above it that exists. */
  private static Optional<String> unwritable(Path folder) {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return Files.isDirectory(existing) && Files.isWritable(existing)
        ? Optional.empty()
        : Optional.of("gulp: " + existing + " is no folder in which files can be written");
  }

  @Override
  public Relaxation relax(Structure start, RelaxationSettings settings, Workplace workplace) {
    if (settings.stages().isEmpty()) {
      throw new IllegalArgumentException("no potential: a relaxation needs at least one stage");
    }
    List<Potential> potentials = settings.stages().stream().map(library::potential).toList();
    for (Potential potential : potentials) {
      PotentialFit.problem(potential, start.composition())
          .ifPresent(
              problem -> {
                throw new IllegalArgumentException(problem);
              });
    }
    Optional<Path> program = executable.file();
    if (program.isEmpty()) {
      return new Relaxation.Failed(
          FailureReason.CALCULATOR_MISSING, executable.missing(), List.of());
    }
    return new StagedRelaxation(program.get(), potentials, settings, workplace).from(start);
  }
}
