package org.coesite.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.execution.Placement;
import org.jspecify.annotations.Nullable;

/** Reads from search.yaml how the best are refined, and where calculators run. */
final class RefinementReader {

  private static final String KEY = "refine";
  private static final double WINDOW = 0.3;
  private static final int CANDIDATES = 12;
  private static final int MOST_CANDIDATES = 1000;
  private static final int STEPS = 100;
  private static final int MOST_PROCESSES = 100_000;
  private static final Duration MAX_TIME = Duration.ofHours(12);
  private static final Duration GUARD = Duration.ofDays(7);
  private static final Set<String> EXECUTIONS = Set.of("local", "slurm");

  private final Set<String> calculators;

  RefinementReader(Set<String> calculators) {
    this.calculators = calculators;
  }

  Optional<RefinementSettings> refinement(
      SettingsSection top, RelaxationSettings screening, @Nullable Path folder) {
    SettingsSection section = top.section("refinement");
    Optional<String> calculator = top.optionalText(KEY);
    if (calculator.isEmpty()) {
      if (!section.keys().isEmpty()) {
        throw top.problem("refinement", "needs the key '%s': a calculator".formatted(KEY));
      }
      return Optional.empty();
    }
    if (!calculators.contains(calculator.get())) {
      throw top.problem(
          KEY,
          "unknown calculator '%s'; available: %s"
              .formatted(
                  calculator.get(), String.join(", ", calculators.stream().sorted().toList())));
    }
    SortedMap<String, String> options = new TreeMap<>();
    SettingsSection given = section.group("options");
    given.keys().forEach(key -> options.put(key, String.join(" ", given.texts(key))));
    return Optional.of(
        new RefinementSettings(
            calculator.get(),
            new RelaxationSettings(
                section.texts("protocol").stream()
                    .map(name -> folder == null ? name : RelaxationReader.beside(folder, name))
                    .toList(),
                screening.pressure(),
                screening.maxForce(),
                screening.maxStress(),
                (int) section.integer("maxSteps", STEPS, 1, 1_000_000),
                section.duration("maxTime", MAX_TIME),
                false,
                options),
            false,
            section.number("window", WINDOW, 0, 1000),
            (int) section.integer("candidates", CANDIDATES, 1, MOST_CANDIDATES),
            section.flag("references", true),
            section.flag("approve", false),
            section.duration("guard", GUARD),
            1));
  }

  /** Where the calculators of a search run; settings of others would count for nothing. */
  SortedMap<String, Placement> placements(SettingsSection top, Set<String> used) {
    SettingsSection run = top.group("run");
    SortedMap<String, Placement> placements = new TreeMap<>();
    for (String calculator : run.keys()) {
      if (!calculators.contains(calculator)) {
        throw run.problem(
            calculator,
            "unknown calculator; available: "
                + String.join(", ", calculators.stream().sorted().toList()));
      }
      if (!used.contains(calculator)) {
        throw run.problem(
            calculator,
            "the search does not use it; it computes with "
                + String.join(" and ", used.stream().sorted().toList()));
      }
      placements.put(calculator, placement(run, run.group(calculator), calculator));
    }
    return placements;
  }

  private static Placement placement(SettingsSection run, SettingsSection own, String calculator) {
    own.onlyKeys(List.of("execution", "processes", "pools", "slurm"));
    String execution = own.optionalText("execution").orElse(Placement.HERE.execution());
    if (!EXECUTIONS.contains(execution)) {
      throw own.problem("execution", "'%s' is neither local nor slurm".formatted(execution));
    }
    SettingsSection slurm = own.group("slurm");
    if (!slurm.keys().isEmpty() && !execution.equals("slurm")) {
      throw own.problem(
          "slurm", "needs 'execution: slurm' beside it; it is '%s'".formatted(execution));
    }
    SortedMap<String, String> directives = new TreeMap<>();
    for (String key : slurm.keys()) {
      checkDirective(slurm, key);
      directives.put(key, slurm.optionalText(key).orElse(""));
    }
    try {
      return new Placement(
          execution,
          (int) own.integer("processes", 1, 1, MOST_PROCESSES),
          (int) own.integer("pools", 1, 1, MOST_PROCESSES),
          directives);
    } catch (SettingsException problem) {
      throw problem;
    } catch (IllegalArgumentException unfit) {
      throw run.problem(calculator, unfit.getMessage());
    }
  }

  private static void checkDirective(SettingsSection slurm, String key) {
    if (key.equals("time")) {
      throw slurm.problem(
          key, "follows from refinement.maxTime, or relaxation.maxTime where it screens");
    }
    if (!SbatchOptions.ALL.contains(key)) {
      throw slurm.problem(
          key,
          "is no option of sbatch; did you mean '%s'?"
              .formatted(SettingsKeys.nearest(key, SbatchOptions.ALL)));
    }
  }
}
