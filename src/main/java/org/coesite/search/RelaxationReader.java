package org.coesite.search;

import java.util.ArrayList;
import java.util.List;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Composition;
import org.coesite.forcefield.Potential;
import org.coesite.forcefield.PotentialFit;
import org.coesite.forcefield.PotentialLibrary;

/** Reads from search.yaml how to relax, and checks that the potentials fit the composition. */
final class RelaxationReader {

  private final PotentialLibrary potentials;

  RelaxationReader(PotentialLibrary potentials) {
    this.potentials = potentials;
  }

  RelaxationSettings read(SettingsSection top, Composition composition) {
    SettingsSection relaxation = top.section("relaxation");
    RelaxationSettings usual = RelaxationSettings.defaults(stages(top, composition));
    return new RelaxationSettings(
        usual.stages(),
        top.number("pressure", usual.pressure(), 0, 1000),
        relaxation.number("maxForce", usual.maxForce(), 1e-9, 1),
        relaxation.number("maxStress", usual.maxStress(), 1e-6, 10),
        (int) relaxation.integer("maxSteps", usual.maxSteps(), 1, 1_000_000),
        relaxation.duration("maxTime", usual.maxTime()),
        relaxation.flag("escapeSaddles", usual.escapeSaddles()));
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
