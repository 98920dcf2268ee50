package org.coesite.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.coesite.calculator.BatchingCalculator;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.Forecasting;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.execution.Placement;
import org.coesite.forcefield.PotentialLibrary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to relax, as options of a command. */
final class RelaxationOptions {

  private static final RelaxationSettings USUAL = RelaxationSettings.defaults(List.of());
  private static final RelaxationSettings COARSE = RelaxationSettings.coarse(List.of());

  /** Usual bound on the time of calculators that forecast their cost. */
  private static final Duration LONG = Duration.ofHours(12);

  private static final Duration LONGEST = Duration.ofDays(365);

  @Option(
      names = "--calculator",
      paramLabel = "C",
      description =
          "Who computes: embedded, gulp, quantum-espresso, mace, chgnet, aimnet2 or ase"
              + " (${DEFAULT-VALUE}).")
  private String calculator = "embedded";

  @Option(
      names = "--potential",
      paramLabel = "P",
      description =
          "Classical potential, see coesite potentials; protocol of quantum-espresso: fast,"
              + " moderate or paper; model file or release of mace, chgnet and aimnet2;"
              + " module:factory of ase.")
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
      description =
          "Bound on the steps (3000, learned potentials 500); 0 for the energy of the structure as it is, with"
              + " an outside program.")
  private @Nullable Integer steps;

  @Option(
      names = "--max-force",
      paramLabel = "eV/Å",
      description = "Done when no force exceeds this, eV/Å (0.001, learned potentials 0.02).")
  private @Nullable Double maxForce;

  @Option(
      names = "--max-stress",
      paramLabel = "GPa",
      description = "… and no stress is further from the pressure (0.01, learned potentials 0.2).")
  private @Nullable Double maxStress;

  @Option(
      names = "--keep-saddle",
      description = "Stay on a saddle point instead of stepping off towards a minimum.")
  private boolean keepSaddle;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "What only the calculator at hand understands, for example cutoff=40.")
  private Map<String, String> options = new TreeMap<>();

  @Option(
      names = "--processes",
      paramLabel = "N",
      description = "MPI processes of an outside program (${DEFAULT-VALUE}).")
  private int processes = 1;

  @Option(
      names = "--pools",
      paramLabel = "N",
      description = "Groups that the processes split into (${DEFAULT-VALUE}).")
  private int pools = 1;

  @Option(
      names = "--max-time",
      paramLabel = "SECONDS",
      description = "Bound on the time (300; 43200 for quantum-espresso).")
  private @Nullable Integer maxTime;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description = "Keep the files of an outside program there, and go on from them.")
  private @Nullable Path work;

  /** Whether a potential was named. */
  boolean namePotential() {
    return potential != null || !stages.isEmpty();
  }

  /** What the options ask for; reading the potentials takes a while, so they are read once. */
  Relaxer relaxer() {
    PotentialLibrary potentials = PotentialLibrary.standard();
    Calculator chosen = new Calculators(potentials).named(calculator);
    return new Relaxer(
        chosen, settings(chosen), placement(), Optional.ofNullable(work).map(Path::toAbsolutePath));
  }

  private Placement placement() {
    try {
      return new Placement("local", processes, pools, Collections.emptySortedMap());
    } catch (IllegalArgumentException unfit) {
      throw new BadInput("--processes, --pools: " + unfit.getMessage());
    }
  }

  private RelaxationSettings settings(Calculator chosen) {
    RelaxationSettings usual = chosen instanceof BatchingCalculator ? COARSE : USUAL;
    int most = steps == null ? usual.maxSteps() : steps;
    double force = maxForce == null ? usual.maxForce() : maxForce;
    double stress = maxStress == null ? usual.maxStress() : maxStress;
    check("--pressure", pressure, 0, 1000, "GPa");
    check("--steps", most, chosen instanceof EmbeddedCalculator ? 1 : 0, 1_000_000, "steps");
    check("--max-force", force, 1e-9, 1, "eV/Å");
    check("--max-stress", stress, 1e-6, 10, "GPa");
    return new RelaxationSettings(
        allStages(),
        pressure,
        force,
        stress,
        most,
        time(chosen),
        !keepSaddle,
        new TreeMap<>(options));
  }

  private Duration time(Calculator chosen) {
    if (maxTime != null) {
      check("--max-time", maxTime, 1, LONGEST.toSeconds(), "s");
      return Duration.ofSeconds(maxTime);
    }
    return chosen instanceof Forecasting ? LONG : USUAL.maxTime();
  }

  private List<String> allStages() {
    List<String> all = new ArrayList<>(stages);
    @Nullable String last = potential;
    if (last != null && !(all.contains(last) && all.get(all.size() - 1).equals(last))) {
      all.add(last);
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
