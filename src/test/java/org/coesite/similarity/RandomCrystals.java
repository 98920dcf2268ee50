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

/** Cells of Si3O6 without symmetry; Si–O at least 1.45, O–O 2.0, Si–Si 2.3 Å apart. */
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
      for (int attempt = 0; attempt < 500 && sites.size() < 9; attempt++) {
        Vector3 place = new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble());
        sites.add(new Site(sites.size() < 3 ? Element.SI : Element.O, place));
        if (isCrowded(new Structure(lattice, sites))) {
          sites.remove(sites.size() - 1);
        }
      }
      if (sites.size() == 9) {
        return new Structure(lattice, sites);
      }
    }
  }

  /** Whether the last site is too near to an earlier one or to its own images. */
  private static boolean isCrowded(Structure structure) {
    PeriodicDistances distances = PeriodicDistances.of(structure);
    int last = structure.size() - 1;
    for (int other = 0; other <= last; other++) {
      Element one = structure.sites().get(last).element();
      Element two = structure.sites().get(other).element();
      double shortest = one != two ? 1.45 : one == Element.O ? 2.0 : 2.3;
      if (distances.minimum(last, other) < shortest) {
        return true;
      }
    }
    return false;
  }

  private static double between(Random random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
