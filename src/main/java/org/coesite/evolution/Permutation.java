package org.coesite.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    String last = "";
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      List<Site> sites = new ArrayList<>(parent.sites());
      String exchanged = exchange(sites, random);
      Structure child = new Structure(parent.lattice(), sites);
      Optional<String> tooClose = distances.violation(child);
      if (tooClose.isEmpty()) {
        return new Offspring.Made(
            child, new Draws().put("attempts", attempt).put("exchanged", exchanged).values());
      }
      last = tooClose.get();
    }
    return new Offspring.Refused(
        "permutation: no child in %d tries, at last: %s".formatted(TRIES, last));
  }

  /** Exchanges pairs of unlike atoms, no atom twice; names the pairs. */
  private static String exchange(List<Site> sites, UniformRandomProvider random) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (sites.get(i).element() != sites.get(j).element()) {
          pairs.add(new int[] {i, j});
        }
      }
    }
    int swaps = (int) Math.ceil(SHARE * sites.size() / 2);
    List<String> names = new ArrayList<>();
    while (names.size() < swaps && !pairs.isEmpty()) {
      int[] pair = pairs.get(random.nextInt(pairs.size()));
      exchange(sites, pair[0], pair[1]);
      names.add(pair[1] + "-" + pair[0]);
      pairs.removeIf(p -> IntStream.of(p).anyMatch(i -> i == pair[0] || i == pair[1]));
    }
    return String.join(" ", names);
  }

  /** Exchanges the positions, so that the order of the elements stays. */
  private static void exchange(List<Site> sites, int i, int j) {
    Site one = sites.get(i);
    Site other = sites.get(j);
    sites.set(i, new Site(one.element(), other.fractional()));
    sites.set(j, new Site(other.element(), one.fractional()));
  }
}
