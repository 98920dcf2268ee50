package org.coesite.evolution;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** Displaces the atoms of a structure a little, so that a relaxation leaves where it was stuck. */
public final class Rattle {

  private Rattle() {}

  /**
   * The structure with every atom displaced along each Cartesian axis by a uniform draw.
   *
   * @param most largest displacement along an axis, Å
   * @param seed seed of the search
   * @param structure id of the structure
   * @param number of the displacement of this structure, from 1: each has its own draws
   */
  public static Structure of(
      Structure start, double most, long seed, String structure, int number) {
    UniformRandomProvider random =
        new RandomStreams(seed).stream("rattle/" + structure, 0, 0, number);
    Lattice lattice = start.lattice();
    List<Site> sites =
        start.sites().stream()
            .map(
                site ->
                    new Site(
                        site.element(),
                        site.fractional()
                            .plus(
                                lattice.toFractional(
                                    new Vector3(
                                        random.nextDouble(-most, most),
                                        random.nextDouble(-most, most),
                                        random.nextDouble(-most, most))))))
            .toList();
    return new Structure(lattice, sites);
  }
}
