package org.coesite.adapter.quantumespresso;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.adapter.quantumespresso.OptionRule.Choice;
import org.coesite.adapter.quantumespresso.OptionRule.Mesh;
import org.coesite.adapter.quantumespresso.OptionRule.Range;
import org.coesite.adapter.quantumespresso.OptionRule.Text;
import org.coesite.calculator.EditDistance;
import org.coesite.crystal.Element;

/** The options of this adapter with their limits; protocols and users choose by the same names. */
final class OptionRules {

  static final String PSEUDOPOTENTIAL = "pseudopotential.";
  static final String CHECKSUM = ".sha256";
  static final String FUNCTIONAL = ".functional";

  private static final Map<String, OptionRule> RULES =
      Map.ofEntries(
          Map.entry("functional", new Text()),
          Map.entry("cutoff", new Range(5, 500, false, "Ry")),
          Map.entry("densityCutoff", new Range(20, 5000, false, "Ry")),
          Map.entry("kMesh", new Mesh()),
          Map.entry("kSpacing", new Range(0.02, 5, false, "1/Å")),
          Map.entry("smearing", new Choice(List.copyOf(Smearing.NAMES))),
          Map.entry("smearingWidth", new Range(1e-4, 0.5, false, "Ry")),
          Map.entry("energyThreshold", new Range(1e-10, 1e-2, false, "Ry/atom")),
          Map.entry("forceThreshold", new Range(1e-7, 0.1, false, "Ry/bohr")),
          Map.entry("pressureThreshold", new Range(1e-3, 50, false, "kbar")),
          Map.entry("scfThreshold", new Range(1e-14, 1e-4, false, "Ry")),
          Map.entry("mixing", new Range(0.01, 1, false, "")),
          Map.entry("steps", new Range(1, 10_000, true, "")),
          Map.entry("rounds", new Range(1, 10, true, "")),
          Map.entry("cell", new Choice(StartCell.NAMES)),
          Map.entry("pseudopotentialFolder", new Text()));

  private OptionRules() {}

  /** What is wrong with each of the options, a line each. */
  static List<String> problems(SortedMap<String, String> options) {
    List<String> problems = new ArrayList<>();
    options.forEach(
        (key, value) ->
            (key.startsWith(PSEUDOPOTENTIAL) ? elementProblem(key) : problem(key, value))
                .map(problem -> key + ": " + problem)
                .ifPresent(problems::add));
    if (options.containsKey("kMesh") && options.containsKey("kSpacing")) {
      problems.add("kMesh: excludes kSpacing; give one of them");
    }
    return problems;
  }

  private static Optional<String> problem(String key, String value) {
    OptionRule rule = RULES.get(key);
    return rule == null
        ? Optional.of("is no option of quantum-espresso; did you mean %s?".formatted(nearest(key)))
        : rule.problem(value);
  }

  private static Optional<String> elementProblem(String key) {
    String name =
        key.substring(PSEUDOPOTENTIAL.length()).replace(CHECKSUM, "").replace(FUNCTIONAL, "");
    try {
      Element.ofSymbol(name);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** A protocol's options, replaced where there are others. */
  static SortedMap<String, String> merged(
      SortedMap<String, String> protocol, SortedMap<String, String> others) {
    SortedMap<String, String> all = new TreeMap<>(protocol);
    if (others.containsKey("kMesh") || others.containsKey("kSpacing")) {
      all.remove("kMesh");
      all.remove("kSpacing");
    }
    if (others.containsKey("pseudopotentialFolder")) {
      all.keySet().removeIf(key -> key.startsWith(PSEUDOPOTENTIAL));
    }
    all.putAll(others);
    return all;
  }

  private static String nearest(String key) {
    return RULES.keySet().stream()
        .sorted()
        .min(Comparator.comparingInt(other -> EditDistance.between(key, other)))
        .orElseThrow();
  }
}
