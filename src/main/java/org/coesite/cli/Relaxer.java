package org.coesite.cli;

import java.nio.file.Path;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Structure;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;
import org.coesite.forcefield.PotentialFit;
import org.coesite.forcefield.PotentialLibrary;

/** A calculator with its settings. */
record Relaxer(Calculator calculator, RelaxationSettings settings, PotentialLibrary potentials) {

  /**
   * Relaxes the structure of a file.
   *
   * @throws BadInput if a potential does not fit it
   */
  Relaxation relax(Path file, Structure structure) {
    for (String stage : settings.stages()) {
      PotentialFit.problem(potentials.potential(stage), structure.composition())
          .ifPresent(
              problem -> {
                throw new BadInput(file + ": " + problem);
              });
    }
    return calculator.relax(
        structure,
        settings,
        new Workplace(
            Path.of("coesite-run"),
            "coesite-relax",
            new LocalExecution(),
            Placement.HERE,
            () -> false));
  }
}
