package org.coesite.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.PeriodicDistances;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** Cells of Si3O6 without symmetry, no two atoms nearer than 1.4 Å. */
final class RandomCrystals {

  private RandomCrystals() {}

  static Structure seeded(long seed) {
    Random random = new Random(seed);
    while (true) {
      Lattice lattice =
          Lattice.fromParameters(
                  between(random, 3, 6),
                  between(random, 3, 6),
                  between(random, 3, 6),
                  between(random, 70, 110),
                  between(random, 70, 110),
                  between(random, 70, 110))
              .scaledTo(between(random, 100, 140));
      List<Site> sites = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        Vector3 fractional =
            new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble());
        sites.add(new Site(i < 3 ? Element.SI : Element.O, fractional));
      }
      Structure structure = new Structure(lattice, sites);
      if (isRoomy(structure)) {
        return structure;
      }
    }
  }

  private static boolean isRoomy(Structure structure) {
    PeriodicDistances distances = PeriodicDistances.of(structure);
    for (int i = 0; i < structure.size(); i++) {
      for (int j = 0; j <= i; j++) {
        if (distances.minimum(i, j) < 1.4) {
          return false;
        }
      }
    }
    return true;
  }

  private static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
