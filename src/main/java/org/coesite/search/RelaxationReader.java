package org.coesite.search;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Composition;
import org.coesite.forcefield.Potential;
import org.coesite.forcefield.PotentialFit;
import org.coesite.forcefield.PotentialLibrary;
import org.jspecify.annotations.Nullable;

/** Reads from search.yaml how to relax, and checks that the potentials fit the composition. */
final class RelaxationReader {

  /** The calculator of Python functions. */
  static final String ON_ASE = "ase";

  /** Calculators that compute with the potentials of the library. */
  static final Set<String> ON_LIBRARY = Set.of("embedded", "gulp");

  private final PotentialLibrary potentials;

  RelaxationReader(PotentialLibrary potentials) {
    this.potentials = potentials;
  }

  /**
   * Reads it.
   *
   * @param screen the calculator: one of ours takes its potential from the library, any other one
   *     knows by itself what its potential is
   * @param folder of the file; a potential that is a file there is meant
   */
  RelaxationSettings read(
      SettingsSection top, String screen, Composition composition, @Nullable Path folder) {
    SettingsSection relaxation = top.section("relaxation");
    RelaxationSettings usual =
        ON_LIBRARY.contains(screen)
            ? RelaxationSettings.defaults(stages(top, composition))
            : RelaxationSettings.coarse(own(top, folder));
    SortedMap<String, String> options = new TreeMap<>();
    SettingsSection given = relaxation.group("options");
    given.keys().forEach(key -> options.put(key, String.join(" ", given.texts(key))));
    return new RelaxationSettings(
        usual.stages(),
        top.number("pressure", usual.pressure(), 0, 1000),
        relaxation.number("maxForce", usual.maxForce(), 1e-9, 1),
        relaxation.number("maxStress", usual.maxStress(), 1e-6, 10),
        (int) relaxation.integer("maxSteps", usual.maxSteps(), 1, 1_000_000),
        relaxation.duration("maxTime", usual.maxTime()),
        relaxation.flag("escapeSaddles", usual.escapeSaddles()),
        options);
  }

  /** Whether a calculator is named by the Python function that makes it: {@code module:factory}. */
  static boolean isFactory(String screen) {
    return screen.matches("[A-Za-z_][\\w.]*:[A-Za-z_]\\w*");
  }

  /** What a calculator calls its potential; none where it has a usual one. */
  private static List<String> own(SettingsSection top, @Nullable Path folder) {
    return top
        .optionalText("potential")
        .or(() -> top.optionalText("screen").filter(RelaxationReader::isFactory))
        .stream()
        .map(name -> folder == null ? name : beside(folder, name))
        .toList();
  }

  /** The file of a name beside a file, else the name. */
  static String beside(Path folder, String name) {
    try {
      Path file = folder.resolve(name);
      return Files.isRegularFile(file) ? file.toAbsolutePath().normalize().toString() : name;
    } catch (InvalidPathException noFile) {
      return name;
    }
  }

  private List<String> stages(SettingsSection top, Composition composition) {
    Potential potential = potential(top, "potential", top.text("potential"));
    checkFit(top, potential, composition);
    List<String> stages = new ArrayList<>(top.texts("stages"));
    if (stages.isEmpty()) {
      stages.addAll(potential.firstStages());
      stages.add(potential.name());
    }
    for (String stage : stages) {
      checkFit(top, potential(top, "stages", stage), composition);
    }
    String last = stages.get(stages.size() - 1);
    if (!last.equals(potential.name())) {
      throw top.problem(
          "stages", "the last one is '%s', it has to be '%s'".formatted(last, potential.name()));
    }
    return stages;
  }

  private Potential potential(SettingsSection top, String key, String name) {
    try {
      return potentials.potential(name);
    } catch (IllegalArgumentException unknown) {
      throw top.problem(key, unknown.getMessage());
    }
  }

  private static void checkFit(SettingsSection top, Potential potential, Composition composition) {
    PotentialFit.problem(potential, composition)
        .ifPresent(
            problem -> {
              throw top.problem("composition", problem);
            });
  }
}
