package org.coesite.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;

/**
 * Exchanges unlike atoms; the positions stay as they are.
 *
 * <p>A third of the atoms moves: ceil(0.33 n / 2) exchanges, as in Vilhelmsen & Hammer, J. Chem.
 * Phys. 141, 044711 (2014), doi 10.1063/1.4886337.
 */
final class Permutation implements Operator {

  private static final int TRIES = 1000;
  private static final double SHARE = 0.33;

  private final MinimumDistances distances;

  Permutation(MinimumDistances distances) {
    this.distances = distances;
  }

  @Override
  public OperatorName name() {
    return OperatorName.PERMUTATION;
  }

  @Override
  public int parents() {
    return 1;
  }

  @Override
  public Offspring apply(Ancestry ancestry, UniformRandomProvider random) {
    Structure parent = ancestry.parents().get(0);
    if (parent.composition().counts().size() < 2) {
      return new Offspring.Refused("permutation: all atoms are alike");
    }
    int swaps = (int) Math.ceil(SHARE * parent.size() / 2);
    String last = "";
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      List<Site> sites = new ArrayList<>(parent.sites());
      StringBuilder pairs = new StringBuilder();
      for (int swap = 0; swap < swaps; swap++) {
        pairs.append(pairs.isEmpty() ? "" : " ").append(exchangeOne(sites, random));
      }
      Structure child = new Structure(parent.lattice(), sites);
      Optional<String> tooClose = distances.violation(child);
      if (tooClose.isEmpty()) {
        return new Offspring.Made(
            child,
            new Draws().put("attempts", attempt).put("exchanged", pairs.toString()).values());
      }
      last = tooClose.get();
    }
    return new Offspring.Refused(
        "permutation: no child in %d tries, at last: %s".formatted(TRIES, last));
  }

  /** Exchanges the positions of two unlike atoms, so that the order of the elements stays. */
  private static String exchangeOne(List<Site> sites, UniformRandomProvider random) {
    int i = random.nextInt(sites.size());
    int j = random.nextInt(sites.size());
    while (sites.get(i).element() == sites.get(j).element()) {
      i = random.nextInt(sites.size());
      j = random.nextInt(sites.size());
    }
    Site one = sites.get(i);
    Site other = sites.get(j);
    sites.set(i, new Site(one.element(), other.fractional()));
    sites.set(j, new Site(other.element(), one.fractional()));
    return i + "-" + j;
  }
}
