package org.coesite.adapter.quantumespresso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Forecasting;
import org.coesite.calculator.Machine;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Structure;
import org.coesite.execution.Placement;
import org.coesite.symmetry.SymmetryFinder;

/**
 * Relaxes structures with pw.x of Quantum ESPRESSO: vc-relax with BFGS and a final scf, from the
 * symmetric primitive cell unless told otherwise. The result is of that cell, so compare energies
 * per atom.
 *
 * <p>The one stage is a protocol; its thresholds count, not the bounds on force and stress that
 * classical potentials reach. Thread-safe.
 */
public final class QuantumEspressoCalculator implements Forecasting {

  /** Less than this would be full before the first step was saved, bytes. */
  private static final long LEAST_DISK = 200_000_000;

  private final PwProgram program;
  private final StartCell startCell;
  private final Machine machine;
  private final Map<Path, String> versions = new ConcurrentHashMap<>();

  /** With the programs that an environment names, usually {@link System#getenv()}. */
  public QuantumEspressoCalculator(Map<String, String> environment, SymmetryFinder symmetry) {
    this(environment, symmetry, Machine.THIS);
  }

  QuantumEspressoCalculator(
      Map<String, String> environment, SymmetryFinder symmetry, Machine machine) {
    this.program = PwProgram.in(environment);
    this.startCell = new StartCell(symmetry);
    this.machine = machine;
  }

  @Override
  public String name() {
    return "quantum-espresso";
  }

  @Override
  public String version() {
    return program
        .pwx()
        .file()
        .map(file -> versions.computeIfAbsent(file, f -> banner()))
        .orElse("not installed");
  }

  private String banner() {
    try {
      return program.version().orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }

  @Override
  public RelaxationSettings prepared(
      Composition composition, RelaxationSettings settings, Placement placement, Path folder) {
    PwSettings pw = PwSettings.of(settings);
    PseudopotentialSet set = PseudopotentialSet.read(pw, composition);
    List<String> problems = new ArrayList<>();
    program.missing(placement).ifPresent(problems::add);
    problems.addAll(set.problems());
    problems.addAll(electronProblems(pw, set, composition));
    machine.unfit(folder, "pw.x", LEAST_DISK).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw new UnfitSettingsException(problems);
    }
    SortedMap<String, String> all = new TreeMap<>(pw.all());
    set.byElement()
        .forEach(
            (element, one) -> {
              String key = OptionRules.PSEUDOPOTENTIAL + element;
              all.put(key, one.source());
              all.put(key + OptionRules.CHECKSUM, one.sha256());
              all.put(key + OptionRules.FUNCTIONAL, one.header().functional());
            });
    return settings.withOptions(all);
  }

  private static List<String> electronProblems(
      PwSettings pw, PseudopotentialSet set, Composition composition) {
    double electrons = set.electrons(composition);
    return set.problems().isEmpty()
            && pw.text("smearing").equals(Smearing.NONE)
            && Math.abs(electrons % 2) > 1e-6
        ? List.of(
            "smearing: %s has %.0f electrons, an odd number, which needs smearing; it is none"
                .formatted(composition, electrons))
        : List.of();
  }

  @Override
  public RelaxationSettings inSingleRounds(RelaxationSettings settings) {
    SortedMap<String, String> options = new TreeMap<>(settings.options());
    options.putIfAbsent("rounds", "1");
    return settings.withOptions(options);
  }

  @Override
  public RelaxationSettings loosened(RelaxationSettings tight) {
    return tight.withOptions(PwSettings.of(tight).loosened(LOOSER).all());
  }

  @Override
  public List<String> rawFiles() {
    return List.of(
        PwInput.FILE, PwProgram.OUTPUT + "*", SavedRun.XML, SavedRun.EARLIER.formatted("*"));
  }

  @Override
  public Relaxation relax(Structure start, RelaxationSettings settings, Workplace workplace) {
    PwSettings pw = PwSettings.of(settings);
    Optional<String> missing = program.missing(workplace.placement());
    if (missing.isPresent()) {
      return failed(FailureReason.CALCULATOR_MISSING, missing.get());
    }
    PseudopotentialSet set = PseudopotentialSet.read(pw, start.composition());
    if (!set.problems().isEmpty()) {
      return failed(FailureReason.PSEUDOPOTENTIAL, String.join("; ", set.problems()));
    }
    Optional<String> collapse = StartCell.collapse(start);
    if (collapse.isPresent()) {
      return failed(FailureReason.COLLAPSED, collapse.get());
    }
    try {
      return new Relaxing(pw, set, program, workplace, machine)
          .relax(startCell.of(start, pw.text("cell")), settings.maxTime());
    } catch (IOException | UncheckedIOException e) {
      return failed(
          FailureReason.ofFile(e.getMessage(), FailureReason.OUTPUT_UNREADABLE),
          "%s: %s".formatted(workplace.folder(), e.getMessage()));
    }
  }

  private static Relaxation failed(FailureReason reason, String message) {
    return new Relaxation.Failed(reason, message, List.of());
  }

  @Override
  public Outcome forecast(Structure start, RelaxationSettings settings, Workplace workplace) {
    PwSettings pw = PwSettings.of(settings);
    Optional<String> missing = program.missing(workplace.placement());
    if (missing.isPresent()) {
      return new Outcome.Infeasible(FailureReason.CALCULATOR_MISSING, missing.get());
    }
    PseudopotentialSet set = PseudopotentialSet.read(pw, start.composition());
    if (!set.problems().isEmpty()) {
      return new Outcome.Infeasible(
          FailureReason.PSEUDOPOTENTIAL, String.join("; ", set.problems()));
    }
    Optional<String> collapse = StartCell.collapse(start);
    if (collapse.isPresent()) {
      return new Outcome.Infeasible(FailureReason.COLLAPSED, collapse.get());
    }
    try {
      PwInput input =
          new PwInput(pw, startCell.of(start, pw.text("cell")), set.byElement().values());
      Folders.place(workplace.folder().resolve("pseudo"), input.species());
      return new DryRun(input, program, workplace, machine).forecast();
    } catch (IOException | UncheckedIOException e) {
      return new Outcome.Infeasible(
          FailureReason.ofFile(e.getMessage(), FailureReason.OUTPUT_UNREADABLE),
          "%s: %s".formatted(workplace.folder(), e.getMessage()));
    }
  }
}
