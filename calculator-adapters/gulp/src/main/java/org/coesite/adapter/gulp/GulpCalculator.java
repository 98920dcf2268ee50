package org.coesite.adapter.gulp;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Machine;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;
import org.coesite.execution.Executable;
import org.coesite.execution.Placement;
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

  /** Enough for the files of a few relaxations, bytes. */
  private static final long LEAST_DISK = 20_000_000;

  private final PotentialLibrary library;
  private final Executable executable;
  private final Machine machine;
  private final InstalledVersion version = new InstalledVersion();

  /**
   * A calculator on the potentials of a library that runs what an environment calls GULP: {@code
   * COESITE_GULP}, else the PATH.
   */
  public GulpCalculator(PotentialLibrary library, Map<String, String> environment) {
    this(library, environment, Machine.THIS);
  }

  GulpCalculator(PotentialLibrary library, Map<String, String> environment, Machine machine) {
    this.library = library;
    this.executable = new Executable("gulp", "COESITE_GULP", environment);
    this.machine = machine;
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
      Composition composition, RelaxationSettings settings, Placement placement, Path folder) {
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
    machine.unfit(folder, "gulp", LEAST_DISK).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw new UnfitSettingsException(problems);
    }
    return settings;
  }

  @Override
  public List<String> rawFiles() {
    return List.of(GulpRun.INPUT, GulpRun.OUTPUT + "*", GulpInput.RESTART_FILE);
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
