package org.coesite.adapter.quantumespresso;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.crystal.Lattice;

/**
 * What to compute and how accurately, in the units of pw.x.
 *
 * @param all the options of the protocol with those of the user in their place, each valid
 * @param pressure external pressure, kbar
 * @param maxSteps bound on the steps of one vc-relax; 0 for a single point
 */
record PwSettings(SortedMap<String, String> all, double pressure, int maxSteps) {

  /** The functional is that of the pseudopotentials. */
  static final String AS_GENERATED = "as-generated";

  /**
   * Reads and checks all that needs no file.
   *
   * @throws UnfitSettingsException with a line for each problem
   */
  static PwSettings of(RelaxationSettings settings) {
    if (settings.stages().size() != 1 || !Protocols.NAMES.contains(settings.stages().get(0))) {
      throw new UnfitSettingsException(
          List.of(
              "quantum-espresso needs one protocol of %s, not '%s'"
                  .formatted(
                      String.join(", ", Protocols.NAMES), String.join(",", settings.stages()))));
    }
    List<String> problems = OptionRules.problems(settings.options());
    if (!problems.isEmpty()) {
      throw new UnfitSettingsException(problems);
    }
    SortedMap<String, String> all =
        OptionRules.merged(Protocols.options(settings.stages().get(0)), settings.options());
    PwSettings pw =
        new PwSettings(
            all,
            settings.pressure() * PwUnits.KBAR_PER_GPA,
            Math.min(settings.maxSteps(), (int) Double.parseDouble(all.get("steps"))));
    if (pw.number("densityCutoff") < 4 * pw.number("cutoff")) {
      throw new UnfitSettingsException(
          List.of(
              "densityCutoff: %s Ry is below 4 times the cutoff of %s Ry"
                  .formatted(all.get("densityCutoff"), all.get("cutoff"))));
    }
    return pw;
  }

  String text(String option) {
    return all.getOrDefault(option, "");
  }

  double number(String option) {
    return Double.parseDouble(text(option));
  }

  int rounds() {
    return (int) number("rounds");
  }

  boolean singlePoint() {
    return maxSteps == 0;
  }

  /** The functional that replaces that of the pseudopotentials, if one was named. */
  Optional<String> functional() {
    return Optional.of(text("functional")).filter(name -> !name.equals(AS_GENERATED));
  }

  /** The same with this mesh for all cells. */
  PwSettings with(KMesh mesh) {
    SortedMap<String, String> others = new TreeMap<>(all);
    others.remove("kSpacing");
    others.put("kMesh", mesh.toString());
    return new PwSettings(others, pressure, maxSteps);
  }

  /** The same to bounds that are so many times as large, with densities mixed more gently. */
  PwSettings loosened(double factor) {
    SortedMap<String, String> loose = new TreeMap<>(all);
    for (String bound :
        List.of("energyThreshold", "forceThreshold", "pressureThreshold", "scfThreshold")) {
      loose.put(bound, String.valueOf(factor * number(bound)));
    }
    loose.put("mixing", String.valueOf(number("mixing") / 2));
    return new PwSettings(loose, pressure, maxSteps);
  }

  KMesh mesh(Lattice lattice) {
    return all.containsKey("kMesh")
        ? KMesh.parse(text("kMesh")).orElseThrow()
        : KMesh.ofSpacing(lattice, number("kSpacing"));
  }
}
