package org.coesite.symmetry;

import java.util.ArrayList;
import java.util.List;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.format.Cif;
import org.coesite.crystal.format.CifSymmetry;

/**
 * Writes structures as CIF with their symmetry: the conventional cell in the standard setting, its
 * operations, and one site of each orbit.
 */
public final class SymmetrisedCif {

  /** The standardised cell is exact but for the rounding of positions, Å. */
  private static final double EXACT = 1e-4;

  private SymmetrisedCif() {}

  /**
   * CIF text of a structure whose symmetry was found; positions are made exact within its
   * tolerance. Where the operations cannot be told for sure, all sites are written without any.
   *
   * @param symmetry what the finder said of the structure
   * @param finder finds the operations of the conventional cell
   * @param title name of the data block
   */
  public static String write(Symmetry symmetry, SymmetryFinder finder, String title) {
    Structure conventional = symmetry.standardised();
    Symmetry exact = finder.find(conventional, EXACT);
    if (exact.spaceGroup().number() != symmetry.spaceGroup().number()) {
      return Cif.write(conventional, title);
    }
    List<Site> asymmetricUnit = new ArrayList<>();
    for (int i = 0; i < conventional.size(); i++) {
      if (exact.equivalentSites().get(i) == i) {
        asymmetricUnit.add(conventional.sites().get(i));
      }
    }
    return Cif.write(
        new Structure(conventional.lattice(), asymmetricUnit),
        new CifSymmetry(
            exact.spaceGroup().number(), spaced(exact.spaceGroup()), exact.operations()),
        title);
  }

  /** CIF writes P 32 2 1 for P3_221. */
  private static String spaced(SpaceGroup spaceGroup) {
    return new Moyo().settings(spaceGroup.number()).get(0).text("hm_short").replace("_", "");
  }
}
