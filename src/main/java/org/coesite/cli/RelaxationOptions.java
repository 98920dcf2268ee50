package org.coesite.cli;

import java.util.ArrayList;
import java.util.List;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.forcefield.PotentialLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to relax, as options of a command. */
final class RelaxationOptions {

  private static final RelaxationSettings USUAL = RelaxationSettings.defaults(List.of());

  @Option(
      names = "--calculator",
      paramLabel = "C",
      description = "Who computes (${DEFAULT-VALUE}).")
  private String calculator = "embedded";

  @Option(
      names = "--potential",
      paramLabel = "P",
      description = "Classical potential, see coesite potentials.")
  private @Nullable String potential;

  @Option(
      names = "--stages",
      paramLabel = "P,P",
      split = ",",
      description = "Potentials to relax with one after the other, the last for the result.")
  private List<String> stages = List.of();

  @Option(
      names = "--pressure",
      paramLabel = "GPa",
      description = "External pressure, GPa (${DEFAULT-VALUE}).")
  private double pressure = USUAL.pressure();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Bound on the steps (${DEFAULT-VALUE}).")
  private int steps = USUAL.maxSteps();

  @Option(
      names = "--max-force",
      paramLabel = "eV/Å",
      description = "Done when no force exceeds this, eV/Å (${DEFAULT-VALUE}).")
  private double maxForce = USUAL.maxForce();

  @Option(
      names = "--keep-saddle",
      description = "Stay on a saddle point instead of stepping off towards a minimum.")
  private boolean keepSaddle;

  /** Whether a potential was named. */
  boolean namePotential() {
    return potential != null || !stages.isEmpty();
  }

  /** What the options ask for; reading the potentials takes a while, so they are read once. */
  Relaxer relaxer() {
    PotentialLibrary potentials = PotentialLibrary.standard();
    Calculator chosen = new Calculators(potentials).named(calculator);
    return new Relaxer(chosen, settings(potentials), potentials);
  }

  private RelaxationSettings settings(PotentialLibrary potentials) {
    check("--pressure", pressure, 0, 1000, "GPa");
    check("--steps", steps, 1, 1_000_000, "steps");
    check("--max-force", maxForce, 1e-9, 1, "eV/Å");
    return new RelaxationSettings(
        allStages(potentials),
        pressure,
        maxForce,
        USUAL.maxStress(),
        steps,
        USUAL.maxTime(),
        !keepSaddle);
  }

  private List<String> allStages(PotentialLibrary potentials) {
    List<String> all = new ArrayList<>(stages);
    @Nullable String last = potential;
    if (last != null && !(all.contains(last) && all.get(all.size() - 1).equals(last))) {
      all.add(last);
    }
    all.stream()
        .filter(name -> !potentials.names().contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new BadInput(
                  "--potential: unknown potential '%s'; known are %s"
                      .formatted(name, String.join(", ", potentials.names())));
            });
    if (all.isEmpty()) {
      throw new BadInput(
          "--potential: is missing, and calculator '%s' needs it; known are %s"
              .formatted(calculator, String.join(", ", potentials.names())));
    }
    return all;
  }

  private static void check(
      String option, double value, double minimum, double maximum, String unit) {
    if (!(value >= minimum && value <= maximum)) {
      throw new BadInput(
          "%s: %s is outside %s to %s %s".formatted(option, value, minimum, maximum, unit));
    }
  }
}
