package org.coesite.calculator.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.PeriodicDistances;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** Random P1 cells of silica: 12.5 to 16 Å³ per atom, Si-O 1.45, O-O 2.0, Si-Si 2.3 Å apart. */
final class RandomStarts {

  private RandomStarts() {}

  static Structure silica(int formulaUnits, UniformRandomProvider random) {
    while (true) {
      Lattice lattice = lattice(3 * formulaUnits * random.nextDouble(12.5, 16), random);
      List<Site> sites = new ArrayList<>();
      for (int i = 0; i < 3 * formulaUnits; i++) {
        Element element = i < formulaUnits ? Element.SI : Element.O;
        for (int tries = 0; tries < 300 && sites.size() == i; tries++) {
          sites.add(
              new Site(
                  element,
                  new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble())));
          if (isTooClose(new Structure(lattice, sites))) {
            sites.remove(i);
          }
        }
        if (sites.size() == i) {
          break;
        }
      }
      if (sites.size() == 3 * formulaUnits) {
        return new Structure(lattice, sites);
      }
    }
  }

  private static Lattice lattice(double volume, UniformRandomProvider random) {
    while (true) {
      double[] lengths = random.doubles(3, 0.6, 1.6).toArray();
      double[] angles = random.doubles(3, 60, 120).toArray();
      double sum = Arrays.stream(angles).sum();
      if (sum > 220 && sum < 330) {
        Lattice lattice =
            Lattice.fromParameters(
                lengths[0], lengths[1], lengths[2], angles[0], angles[1], angles[2]);
        if (lattice.volume() > 0.4 * lengths[0] * lengths[1] * lengths[2]) {
          return lattice.scaledTo(volume);
        }
      }
    }
  }

  private static boolean isTooClose(Structure structure) {
    int last = structure.size() - 1;
    PeriodicDistances distances = PeriodicDistances.of(structure);
    for (int i = 0; i <= last; i++) {
      if (distances.minimum(i, last) < limit(structure, i, last)) {
        return true;
      }
    }
    return false;
  }

  private static double limit(Structure structure, int i, int j) {
    int silicon = 0;
    for (int site : new int[] {i, j}) {
      silicon += structure.sites().get(site).element() == Element.SI ? 1 : 0;
    }
    return silicon == 0 ? 2.0 : silicon == 1 ? 1.45 : 2.3;
  }
}
