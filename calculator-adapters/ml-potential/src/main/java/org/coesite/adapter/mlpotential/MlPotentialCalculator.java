package org.coesite.adapter.mlpotential;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.coesite.calculator.BatchingCalculator;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.coesite.crystal.Structure;
import org.coesite.execution.Placement;

/**
 * Relaxes cell and atoms with a machine-learned potential: MACE, CHGNet, AIMNet2, or whatever an
 * ASE calculator computes.
 */
public final class MlPotentialCalculator implements BatchingCalculator {

  /** Name of the calculator that a Python function makes. */
  public static final String FUNCTION = "ase";

  private final String name;
  private final PythonEnvironment python;
  private final WarmWorkers workers;
  private volatile String version = "not started";

  private MlPotentialCalculator(String name, PythonEnvironment python, WarmWorkers workers) {
    this.name = name;
    this.python = python;
    this.workers = workers;
  }

  /** All of them, on the Python that an environment names: {@code COESITE_PYTHON}. */
  public static List<MlPotentialCalculator> all(Map<String, String> environment) {
    PythonEnvironment python = new PythonEnvironment(environment);
    WarmWorkers workers = new WarmWorkers();
    return Stream.of("mace", "chgnet", "aimnet2", FUNCTION)
        .map(name -> new MlPotentialCalculator(name, python, workers))
        .toList();
  }

  @Override
  public String name() {
    return name;
  }

  /** Versions of the packages that run the model; known once a model was opened. */
  @Override
  public String version() {
    return version;
  }

  @Override
  public RelaxationSettings prepared(
      Composition composition, RelaxationSettings settings, Placement placement, Path folder) {
    List<String> problems = new ArrayList<>(ModelOptions.problems(settings.options()));
    if (settings.stages().size() > 1) {
      problems.add(name + ": one model is enough, not " + String.join(", ", settings.stages()));
    }
    if (!placement.execution().equals(Placement.HERE.execution())) {
      problems.add(
          "run.%s.execution: %s starts no Python worker; have a job start coesite-ml-worker"
              .formatted(name, placement.execution()));
    }
    if (problems.isEmpty()) {
      return opened(composition, settings);
    }
    throw new UnfitSettingsException(problems);
  }

  @Override
  public RelaxationSettings stated(RelaxationSettings settings) {
    List<String> problems = ModelOptions.problems(settings.options());
    if (!problems.isEmpty()) {
      throw new UnfitSettingsException(problems);
    }
    return settings.withOptions(ModelOptions.completed(settings.options()));
  }

  private RelaxationSettings opened(Composition composition, RelaxationSettings settings) {
    try {
      ModelDescription model =
          workers.use(program(), ModelAddress.of(name, settings), () -> false, WarmWorker::model);
      version = model.version();
      check(composition, settings, model);
      return new RelaxationSettings(
          settings.stages().isEmpty() ? List.of(model.file()) : settings.stages(),
          settings.pressure(),
          settings.maxForce(),
          settings.maxStress(),
          settings.maxSteps(),
          settings.maxTime(),
          false,
          ModelOptions.completed(settings.options(), model));
    } catch (ModelUnavailableException problem) {
      throw new UnfitSettingsException(List.of(name + ": " + problem.getMessage()));
    }
  }

  private void check(Composition composition, RelaxationSettings settings, ModelDescription model) {
    List<String> problems = new ArrayList<>();
    otherWeights(model, settings).map(words -> name + ": " + words).ifPresent(problems::add);
    List<String> unknown =
        composition.counts().keySet().stream()
            .map(Element::symbol)
            .filter(symbol -> !model.elements().isEmpty() && !model.elements().contains(symbol))
            .toList();
    if (!unknown.isEmpty()) {
      problems.add(
          "%s: the model %s does not know %s; it knows %s"
              .formatted(
                  name,
                  model.file(),
                  String.join(", ", unknown),
                  String.join(", ", model.elements())));
    }
    if (!problems.isEmpty()) {
      throw new UnfitSettingsException(problems);
    }
  }

  private static Optional<String> otherWeights(
      ModelDescription model, RelaxationSettings settings) {
    String asked = settings.options().getOrDefault(ModelOptions.SHA256, model.sha256());
    return asked.equals(model.sha256())
        ? Optional.empty()
        : Optional.of(
            "the model %s has SHA-256 %s, not %s".formatted(model.file(), model.sha256(), asked));
  }

  /** A file may have changed since the search began; the search is about what it was. */
  private static void requireSame(ModelDescription model, RelaxationSettings settings)
      throws ModelUnavailableException {
    Optional<String> other = otherWeights(model, settings);
    if (other.isPresent()) {
      throw new ModelUnavailableException(other.get());
    }
  }

  private PythonProgram program() throws ModelUnavailableException {
    Optional<Path> interpreter = python.interpreter();
    if (interpreter.isEmpty()) {
      throw new ModelUnavailableException(python.missing());
    }
    return PythonProgram.on(interpreter.get());
  }

  @Override
  public List<Relaxation> relax(
      List<Structure> starts, RelaxationSettings settings, Workplace workplace) {
    try {
      return workers.use(
          program(),
          ModelAddress.of(name, settings),
          workplace.interrupted(),
          worker -> {
            version = worker.model().version();
            requireSame(worker.model(), settings);
            return worker.relax(starts, settings, workplace.interrupted());
          });
    } catch (ModelUnavailableException problem) {
      return Collections.nCopies(
          starts.size(),
          new Relaxation.Failed(problem.reason(), name + ": " + problem.getMessage(), List.of()));
    }
  }
}
