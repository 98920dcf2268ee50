package org.coesite.adapter.quantumespresso;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.calculator.Workplace;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.execution.Execution;
import org.coesite.execution.LocalExecution;
import org.coesite.execution.Placement;

/** Fluorite-type SiO2, the cheapest crystal of all, and how it is relaxed in these tests. */
final class Fluorite {

  private Fluorite() {}

  /** The conventional cell of 12 atoms with this edge in Å. */
  static Structure conventional(double edge) {
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Vector3 centring =
          new Vector3(i == 0 || i == 1 ? 0 : 0.5, i == 0 || i == 2 ? 0 : 0.5, i % 3 == 0 ? 0 : 0.5);
      sites.add(new Site(Element.SI, centring));
      sites.add(new Site(Element.O, centring.plus(new Vector3(0.25, 0.25, 0.25))));
      sites.add(new Site(Element.O, centring.plus(new Vector3(0.75, 0.75, 0.75))));
    }
    return new Structure(Lattice.fromParameters(edge, edge, edge, 90, 90, 90), sites);
  }

  /** A protocol with some options, given as key and value in turn. */
  static RelaxationSettings settings(String protocol, String... options) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < options.length; i += 2) {
      map.put(options[i], options[i + 1]);
    }
    return new RelaxationSettings(
        List.of(protocol), 0, 0.001, 0.01, 3000, Duration.ofMinutes(5), true, new TreeMap<>(map));
  }

  static Workplace workplace(Path folder) {
    return workplace(folder, new LocalExecution());
  }

  static Workplace workplace(Path folder, Execution execution) {
    return new Workplace(folder, "test", execution, Placement.HERE, () -> false);
  }
}
