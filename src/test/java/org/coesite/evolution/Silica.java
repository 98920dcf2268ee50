package org.coesite.evolution;

import java.util.ArrayList;
import java.util.List;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** Structures of silica to work on. */
final class Silica {

  static final EvolutionSettings SETTINGS = EvolutionSettings.defaults(Composition.parse("Si3O6"));

  private Silica() {}

  /** Alpha-quartz, P3_221, as relaxed with the potential of Sanders, Leslie and Catlow. */
  static Structure quartz() {
    double[][] silicon = {
      {0.46970, 0, 0.66667}, {0.00000, 0.46970, 0.33333}, {0.53030, 0.53030, 0}
    };
    double[][] oxygen = {
      {0.41421, 0.27858, 0.77525},
      {0.72142, 0.13563, 0.44192},
      {0.86437, 0.58579, 0.10858},
      {0.27858, 0.41421, 0.22475},
      {0.13563, 0.72142, 0.55808},
      {0.58579, 0.86437, 0.89142}
    };
    List<Site> sites = new ArrayList<>();
    for (double[] o : oxygen) {
      sites.add(new Site(Element.O, new Vector3(o[0], o[1], o[2])));
    }
    for (double[] si : silicon) {
      sites.add(new Site(Element.SI, new Vector3(si[0], si[1], si[2])));
    }
    return new Structure(Lattice.fromParameters(4.8353, 4.8353, 5.3459, 90, 90, 120), sites);
  }
}
