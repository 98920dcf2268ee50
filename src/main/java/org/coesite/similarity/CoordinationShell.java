package org.coesite.similarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.coesite.crystal.Vector3;

/**
 * One of the coordination numbers that a site may be said to have.
 *
 * <p>Each neighbour has a weight between 0 and 1 from the face that it shares in the Voronoi cell:
 * solid angle squared over area, so that the large and distant faces of a pore count little; the
 * greatest weight is 1. The neighbours above any threshold form a shell. Its likelihood is the area
 * under a quarter circle between the least weight in the shell and the greatest outside it.
 *
 * <p>Source: Pan et al., Inorg. Chem. 60, 1590 (2021), doi 10.1021/acs.inorgchem.0c02996, without
 * the weights for electronegativity and for distance, which a comparison of structure types leaves
 * out.
 *
 * @param likelihood between 0 and 1; of all shells together at most 1
 * @param directions unit vectors to the neighbours of the shell
 */
record CoordinationShell(double likelihood, List<Vector3> directions) {

  /** Weights are rounded to this step, so that neighbours equal by symmetry stay in one shell. */
  private static final double STEP = 1e-3;

  private record Bond(double weight, Vector3 direction) {}

  /** All shells of a site, the smallest first. */
  static List<CoordinationShell> of(VoronoiCell cell) {
    List<Bond> bonds = bonds(cell);
    List<CoordinationShell> shells = new ArrayList<>();
    for (int inside = 1; inside <= bonds.size(); inside++) {
      double least = bonds.get(inside - 1).weight();
      double next = inside < bonds.size() ? bonds.get(inside).weight() : 0;
      if (next < least) {
        List<Vector3> directions = bonds.subList(0, inside).stream().map(Bond::direction).toList();
        shells.add(new CoordinationShell(quarterCircle(least) - quarterCircle(next), directions));
      }
    }
    return shells;
  }

  private static List<Bond> bonds(VoronoiCell cell) {
    double greatest = cell.faces().stream().mapToDouble(CoordinationShell::weight).max().orElse(1);
    return cell.faces().stream()
        .map(
            face ->
                new Bond(
                    Math.rint(weight(face) / greatest / STEP) * STEP,
                    face.direction().times(1 / face.direction().length())))
        .filter(bond -> bond.weight() > 0)
        .sorted(Comparator.comparingDouble(Bond::weight).reversed())
        .toList();
  }

  private static double weight(VoronoiCell.Face face) {
    return face.solidAngle() * face.solidAngle() / face.area();
  }

  /** Area from 0 to x under a quarter circle of unit radius, as a share of the whole. */
  private static double quarterCircle(double x) {
    double inside = Math.min(1, x);
    return 2 / Math.PI * (inside * Math.sqrt(1 - inside * inside) + Math.asin(inside));
  }
}
