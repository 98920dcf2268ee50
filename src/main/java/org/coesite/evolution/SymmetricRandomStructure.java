package org.coesite.evolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Composition;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.evolution.WyckoffAssignment.Orbit;
import org.coesite.symmetry.NiggliReduction;
import org.coesite.symmetry.WyckoffPositions;

/**
 * Draws structures with a space group: the group, Wyckoff positions that hold the composition, a
 * cell of the crystal family and the free coordinates.
 *
 * <p>The conventional cell holds the composition as often as it has lattice points; the result is
 * the primitive cell. Falls et al., J. Phys. Chem. C 125, 1601 (2021); Avery & Zurek, Comput. Phys.
 * Commun. 213, 208 (2017), doi 10.1016/j.cpc.2016.12.005.
 */
final class SymmetricRandomStructure {

  /** Keys among the draws. */
  static final String SPACE_GROUP = "spaceGroup";

  static final String WYCKOFF = "wyckoff";

  private static final int GROUPS = 100;

  /** A system in which hardly a try succeeds must not be the last. */
  private static final int GROUPS_BY_SYSTEM = 300;

  private static final int TRIES_PER_GROUP = 20;

  /** Wyckoff positions by space-group number: each costs milliseconds to look up. */
  private final Map<Integer, WyckoffPositions> tables = new ConcurrentHashMap<>();

  private final boolean bySystem;

  /**
   * A source of such structures.
   *
   * @param bySystem whether the crystal system is drawn before the group
   */
  SymmetricRandomStructure(boolean bySystem) {
    this.bySystem = bySystem;
  }

  /**
   * A structure, or the refusal after 100 groups, 300 where the system is drawn first, with 20
   * tries each.
   *
   * @param primitive content of the primitive cell
   * @param spent tells choices of group and positions that are not to be drawn again
   */
  Offspring draw(
      Composition primitive,
      StartConditions conditions,
      BiPredicate<Integer, List<Orbit>> spent,
      UniformRandomProvider random) {
    int most = bySystem ? GROUPS_BY_SYSTEM : GROUPS;
    SpaceGroupDraw groups = new SpaceGroupDraw(bySystem, random);
    for (int group = 1; group <= most; group++) {
      WyckoffPositions positions = tables.computeIfAbsent(groups.next(), WyckoffPositions::of);
      for (int attempt = 0; attempt < TRIES_PER_GROUP; attempt++) {
        Optional<List<Orbit>> orbits =
            WyckoffAssignment.draw(
                positions.positions(),
                primitive.times(positions.centring().latticePoints()),
                random);
        if (orbits.isEmpty()) {
          break;
        }
        if (spent.test(positions.spaceGroup().number(), orbits.get())) {
          continue;
        }
        Optional<Structure> structure =
            fill(positions, orbits.get(), primitive, conditions, random);
        if (structure.isPresent()) {
          return new Offspring.Made(
              structure.get(),
              new Draws()
                  .put("groupsTried", group)
                  .put(SPACE_GROUP, positions.spaceGroup().number())
                  .put(WYCKOFF, WyckoffAssignment.describe(orbits.get()))
                  .values());
        }
      }
    }
    return new Offspring.Refused(
        "symmetricRandom: no structure in %d space groups with %d tries each"
            .formatted(most, TRIES_PER_GROUP));
  }

  private Optional<Structure> fill(
      WyckoffPositions group,
      List<Orbit> orbits,
      Composition content,
      StartConditions conditions,
      UniformRandomProvider random) {
    int atoms = content.atoms();
    double volume = conditions.volumePerAtom() * atoms * group.centring().latticePoints();
    Lattice conventional = ConventionalCell.draw(group.latticeSystem(), volume, random);
    Lattice primitive = NiggliReduction.reduce(group.centring().primitive(conventional));
    Placement placement = new Placement(primitive, conditions.distances());
    if (conditions.cell().violation(primitive, atoms).isPresent()
        || !content.counts().keySet().stream().allMatch(placement::holds)) {
      return Optional.empty();
    }
    List<Site> sites = new ArrayList<>();
    for (Orbit orbit : orbits) {
      Vector3 free = new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble());
      orbit.position().orbit(free).forEach(place -> sites.add(new Site(orbit.element(), place)));
    }
    Structure structure;
    try {
      structure =
          NiggliReduction.reduce(group.centring().primitive(new Structure(conventional, sites)));
    } catch (IllegalArgumentException coinciding) {
      // A free site fell so near to a special one that its images are the same atom.
      return Optional.empty();
    }
    for (Site site : structure.sites()) {
      if (!placement.add(site.element(), site.fractional())) {
        return Optional.empty();
      }
    }
    return placement.scattered() ? Optional.empty() : Optional.of(placement.structure());
  }
}
