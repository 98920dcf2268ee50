package org.coesite.evolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/**
 * Joins a slab of one parent and a slab of another in a mixed cell.
 *
 * <p>Deaven & Ho, Phys. Rev. Lett. 75, 288 (1995), doi 10.1103/PhysRevLett.75.288; for crystals
 * Glass, Oganov & Hansen, Comput. Phys. Commun. 175, 713 (2006), doi 10.1016/j.cpc.2006.07.020. The
 * cut is a lattice plane; each parent is first shifted along the normal, with a small probability
 * also along the plane; missing atoms are taken from those left over, surplus ones removed. The
 * child holds as many formula units as its first parent.
 */
final class CutAndSplice implements Operator {

  private static final int CELL_TRIES = 10_000;
  private static final int TRIES = 1000;
  private static final double SHIFT_ALONG_PLANE = 0.05;

  private final CellBounds bounds;
  private final MinimumDistances distances;
  private final double leastShare;

  /**
   * Joins parents into cells within bounds.
   *
   * @param leastShare of the atoms that each parent has to give: a child of one parent relaxes to
   *     it
   */
  CutAndSplice(CellBounds bounds, MinimumDistances distances, double leastShare) {
    this.bounds = bounds;
    this.distances = distances;
    this.leastShare = leastShare;
  }

  @Override
  public OperatorName name() {
    return OperatorName.CUT_AND_SPLICE;
  }

  @Override
  public int parents() {
    return 2;
  }

  @Override
  public Offspring apply(Ancestry ancestry, UniformRandomProvider random) {
    Structure first = ancestry.parents().get(0);
    Structure second = ancestry.parents().get(1);
    Draws draws = new Draws();
    Optional<Lattice> cell = cell(first, second, ancestry.volume(), random, draws);
    if (cell.isEmpty()) {
      return new Offspring.Refused(
          "cutAndSplice: no mixed cell within bounds in %d tries".formatted(CELL_TRIES));
    }
    String closest = "one parent gives too few atoms";
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      Optional<Structure> child = splice(first, second, cell.get(), random, draws);
      if (child.isPresent()) {
        Optional<String> tooClose = distances.violation(child.get());
        if (tooClose.isEmpty()) {
          return new Offspring.Made(child.get(), draws.put("attempts", attempt).values());
        }
        closest = tooClose.get();
      }
    }
    return new Offspring.Refused(
        "cutAndSplice: no child in %d tries, at last: %s".formatted(TRIES, closest));
  }

  private Optional<Lattice> cell(
      Structure first, Structure second, double volume, UniformRandomProvider random, Draws draws) {
    double[][] one = first.lattice().inStandardOrientation().rows();
    double[][] two = second.lattice().inStandardOrientation().rows();
    for (int attempt = 0; attempt < CELL_TRIES; attempt++) {
      double share = random.nextDouble();
      double[][] mixed = new double[3][3];
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          mixed[i][j] = share * one[i][j] + (1 - share) * two[i][j];
        }
      }
      Lattice cell = Lattice.fromRows(mixed).scaledTo(volume);
      if (bounds.violation(cell, first.size()).isEmpty()) {
        draws.put("cellShare", share);
        return Optional.of(cell);
      }
    }
    return Optional.empty();
  }

  private Optional<Structure> splice(
      Structure first, Structure second, Lattice cell, UniformRandomProvider random, Draws draws) {
    int axis = random.nextInt(3);
    Vector3 shiftFirst = shift(axis, random);
    Vector3 shiftSecond = shift(axis, random);
    double cut = random.nextDouble();
    draws
        .put("axis", axis)
        .put("cut", cut)
        .put("shiftFirst", shiftFirst)
        .put("shiftSecond", shiftSecond);
    List<Site> kept = new ArrayList<>();
    List<Site> left = new ArrayList<>();
    List<Site> ofFirst = first.shifted(shiftFirst).wrapped().sites();
    for (Site site : ofFirst) {
      (along(site, axis) >= cut ? kept : left).add(site);
    }
    int fromFirst = kept.size();
    for (Site site : second.shifted(shiftSecond).wrapped().sites()) {
      (along(site, axis) < cut ? kept : left).add(site);
    }
    if (fromFirst == 0 || fromFirst == kept.size()) {
      return Optional.empty();
    }
    List<Site> child = Stoichiometry.repaired(first.composition(), kept, left, random);
    return gives(ofFirst, child) < leastShare || 1 - gives(ofFirst, child) < leastShare
        ? Optional.empty()
        : Optional.of(new Structure(cell, child));
  }

  /** Share of the child's sites that are those of a parent, and not only equal to them. */
  private static double gives(List<Site> parent, List<Site> child) {
    Set<Site> own = Collections.newSetFromMap(new IdentityHashMap<>());
    own.addAll(parent);
    return child.stream().filter(own::contains).count() / (double) child.size();
  }

  private static Vector3 shift(int axis, UniformRandomProvider random) {
    double[] shift = new double[3];
    for (int i = 0; i < 3; i++) {
      if (i == axis || random.nextDouble() < SHIFT_ALONG_PLANE) {
        shift[i] = random.nextDouble();
      }
    }
    return new Vector3(shift[0], shift[1], shift[2]);
  }

  private static double along(Site site, int axis) {
    Vector3 f = site.fractional();
    return axis == 0 ? f.x() : axis == 1 ? f.y() : f.z();
  }
}
