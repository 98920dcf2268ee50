package org.coesite.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.coesite.adapter.gulp.GulpCalculator;
import org.coesite.adapter.mlpotential.MlPotentialCalculator;
import org.coesite.adapter.quantumespresso.QuantumEspressoCalculator;
import org.coesite.calculator.Calculator;
import org.coesite.calculator.Forecasting;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.calculator.embedded.EmbeddedCalculator;
import org.coesite.crystal.Composition;
import org.coesite.execution.Placement;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.search.RefinementSettings;
import org.coesite.search.SearchSettings;
import org.coesite.search.SettingsPlaces;
import org.coesite.symmetry.SymmetryFinder;
import org.jspecify.annotations.Nullable;

/** The calculators that this build has, by the names users write. */
final class Calculators {

  private final Map<String, Calculator> byName = new TreeMap<>();
  private final Set<String> elsewhere;

  Calculators(PotentialLibrary potentials) {
    this.elsewhere = Set.of();
    add(new EmbeddedCalculator(potentials));
    add(new GulpCalculator(potentials, System.getenv()));
    add(new QuantumEspressoCalculator(System.getenv(), SymmetryFinder.create()));
    MlPotentialCalculator.all(System.getenv()).forEach(this::add);
  }

  private Calculators(Calculators known, Set<String> elsewhere) {
    this.byName.putAll(known.byName);
    this.elsewhere = elsewhere;
  }

  /**
   * The same, of which only some work here.
   *
   * @throws BadInput if one of them is unknown
   */
  Calculators here(List<String> names) {
    names.forEach(this::named);
    Set<String> others = new TreeSet<>(byName.keySet());
    others.removeAll(names);
    return new Calculators(this, others);
  }

  private void add(Calculator calculator) {
    byName.put(calculator.name(), calculator);
  }

  /** Their names in alphabetical order. */
  Set<String> names() {
    return new TreeSet<>(byName.keySet());
  }

  /** Names of those that do not work here. */
  Set<String> elsewhere() {
    return elsewhere;
  }

  /** Those that work here. */
  List<Calculator> all() {
    return byName.values().stream()
        .filter(calculator -> !elsewhere.contains(calculator.name()))
        .toList();
  }

  /**
   * The settings of a search, checked and completed by the calculators that it names, as far as
   * these work here.
   *
   * @param file the name of their file in messages
   * @throws UnfitSettingsException if one of them cannot work with its settings on this machine
   */
  SearchSettings prepared(SearchSettings settings, Path dataDirectory, String file) {
    Path work = dataDirectory.resolve(settings.name()).resolve("work");
    Composition composition = settings.evolution().composition();
    SettingsPlaces places = new SettingsPlaces(file, settings.source());
    return settings.withPrepared(
        placed(
            problem -> screeningProblem(places, settings.relaxation(), problem),
            () ->
                prepared(
                    named(settings.screen()),
                    composition,
                    settings.relaxation(),
                    settings.placement(settings.screen()),
                    work)),
        settings
            .refinement()
            .map(
                refinement ->
                    placed(
                        problem -> refinementProblem(places, refinement, problem),
                        () ->
                            prepared(
                                refinement,
                                composition,
                                settings.placement(refinement.calculator()),
                                work)))
            .orElse(null));
  }

  /** What a calculator finds wrong, each problem with its place in the file. */
  private static <T> T placed(UnaryOperator<String> placing, Supplier<T> preparing) {
    try {
      return preparing.get();
    } catch (UnfitSettingsException unfit) {
      throw new UnfitSettingsException(unfit.problems().stream().map(placing).toList());
    }
  }

  private static String screeningProblem(
      SettingsPlaces places, RelaxationSettings relaxation, String problem) {
    if (problem.startsWith("run.")) {
      return atKey(places, "", problem);
    }
    return relaxation.options().containsKey(keyOf(problem))
        ? atKey(places, "relaxation.options.", problem)
        : places.placed("screen", problem);
  }

  /** What stands before the first colon of a problem. */
  private static String keyOf(String problem) {
    return problem.contains(": ") ? problem.substring(0, problem.indexOf(": ")) : "";
  }

  private static String refinementProblem(
      SettingsPlaces places, RefinementSettings refinement, String problem) {
    if (problem.startsWith("run.")) {
      return atKey(places, "", problem);
    }
    if (refinement.relaxation().options().containsKey(keyOf(problem))) {
      return atKey(places, "refinement.options.", problem);
    }
    return places.placed(problem.contains("protocol") ? "refinement.protocol" : "refine", problem);
  }

  private static String atKey(SettingsPlaces places, String groups, String problem) {
    int end = problem.indexOf(": ");
    return places.placed(groups + problem.substring(0, end), problem.substring(end + 2));
  }

  private RefinementSettings prepared(
      RefinementSettings refinement, Composition composition, Placement placement, Path work) {
    Calculator calculator = named(refinement.calculator());
    boolean forecasting = calculator instanceof Forecasting;
    // Each round is an attempt of the process, on record with its own start and end.
    RelaxationSettings relaxation =
        calculator instanceof Forecasting inRounds
            ? inRounds.inSingleRounds(refinement.relaxation())
            : refinement.relaxation();
    return refinement.withPrepared(
        prepared(calculator, composition, relaxation, placement, work), forecasting);
  }

  private RelaxationSettings prepared(
      Calculator calculator,
      Composition composition,
      RelaxationSettings relaxation,
      Placement placement,
      Path work) {
    if (elsewhere.contains(calculator.name())) {
      return calculator.stated(relaxation);
    }
    Optional<String> missing = Executions.named(placement.execution()).missing();
    if (missing.isPresent()) {
      throw new UnfitSettingsException(
          List.of("run.%s.execution: %s".formatted(calculator.name(), missing.get())));
    }
    return calculator.prepared(composition, relaxation, placement, work);
  }

  /**
   * The calculator of a name.
   *
   * @throws BadInput listing the names there are
   */
  Calculator named(String name) {
    @Nullable Calculator calculator = byName.get(name);
    if (calculator == null) {
      throw new BadInput(
          "--calculator: unknown calculator '%s'; available: %s"
              .formatted(name, String.join(", ", names())));
    }
    return calculator;
  }
}
