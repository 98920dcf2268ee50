package org.coesite.evolution;

import java.util.List;
import org.coesite.crystal.Element;
import org.coesite.crystal.Neighbour;
import org.coesite.crystal.NeighbourList;
import org.coesite.crystal.Structure;

/**
 * Harmonic pair springs from bond electronegativities, and their Hessian in arbitrary units.
 *
 * <p>E = ½ Σ k (r − r₀)² over the pairs within 10 Å, with r₀ their present distance and k = √(χi χj
 * / (CNi CNj)). With d = r − Ri − Rj (covalent radii), χi = 0.481 ni / (Ri + d/2) for ni valence
 * electrons, and CNi = Σl exp(−d_il / 0.37 Å) / exp(−d_ij / 0.37 Å). Lyakhov & Oganov, Phys. Rev. B
 * 84, 092103 (2011), doi 10.1103/PhysRevB.84.092103. Each spring adds k (u uᵀ) to the Hessian, u
 * being its direction; nothing is weighted by mass.
 */
final class BondStiffness {

  private static final double CUTOFF = 10.0;
  private static final double DECAY = 0.37;
  private static final double ELECTRONEGATIVITY = 0.481;

  private final Structure structure;
  private final NeighbourList neighbours;
  private final double[] bonding;

  BondStiffness(Structure structure) {
    this.structure = structure;
    this.neighbours = NeighbourList.of(structure, CUTOFF);
    this.bonding = new double[structure.size()];
    for (int i = 0; i < bonding.length; i++) {
      for (Neighbour neighbour : neighbours.around(i)) {
        bonding[i] += Math.exp(-excess(neighbour) / DECAY);
      }
    }
  }

  /** All springs, each from both ends. */
  List<Neighbour> springs() {
    return neighbours.all();
  }

  /** Stiffness of the spring between a site and one of its neighbours. */
  double of(Neighbour spring) {
    double excess = excess(spring);
    double bond = Math.exp(-excess / DECAY);
    double product = 1;
    for (int site : new int[] {spring.from(), spring.to()}) {
      Element element = structure.sites().get(site).element();
      double electronegativity =
          ELECTRONEGATIVITY
              * element.valenceElectrons()
              / (element.covalentRadius() + 0.5 * excess);
      product *= electronegativity * bond / bonding[site];
    }
    return Math.sqrt(Math.max(product, 0));
  }

  /** Second derivatives by the Cartesian coordinates x1 y1 z1 x2 …, images moving together. */
  double[][] hessian() {
    int n = 3 * structure.size();
    double[][] hessian = new double[n][n];
    for (Neighbour spring : springs()) {
      double half = 0.5 * of(spring) / (spring.distance() * spring.distance());
      double[] r = {
        spring.displacement().x(), spring.displacement().y(), spring.displacement().z()
      };
      int from = 3 * spring.from();
      int to = 3 * spring.to();
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          double block = half * r[a] * r[b];
          hessian[from + a][from + b] += block;
          hessian[to + a][to + b] += block;
          hessian[from + a][to + b] -= block;
          hessian[to + a][from + b] -= block;
        }
      }
    }
    return hessian;
  }

  private double excess(Neighbour neighbour) {
    return neighbour.distance()
        - structure.sites().get(neighbour.from()).element().covalentRadius()
        - structure.sites().get(neighbour.to()).element().covalentRadius();
  }
}
