package org.coesite.calculator.embedded;

import org.coesite.crystal.Neighbour;
import org.coesite.crystal.NeighbourList;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.forcefield.ForceField;
import org.ejml.data.DMatrixRMaj;

/**
 * A crystal as balls on springs: the guess of its Hessian that preconditions the relaxation.
 *
 * <p>Neighbours are joined by springs along the bond, stiffer the shorter the bond is compared with
 * the covalent radii, and each shell to its core by the spring of the potential; the lattice has a
 * bulk modulus. Springs feel the strain as well as the positions, so that the coupling of the two
 * is part of the guess. After L. Mones, C. Ortner, G. Csányi, Sci. Rep. 8, 13991 (2018), doi
 * 10.1038/s41598-018-32105-x.
 */
final class SpringModel {

  /** Springs reach to this multiple of the sum of the covalent radii. */
  private static final double REACH = 2.2;

  /** Stiffness of a bond as long as the sum of the covalent radii, eV/Å². */
  private static final double STIFFNESS = 25;

  /** Length in which the stiffness of a bond falls by e, Å. */
  private static final double DECAY = 0.4;

  /** Share of the stiffness that acts across the bond. */
  private static final double ACROSS = 0.08;

  /** Keeps the atoms in place as a whole, eV/Å². */
  private static final double ANCHOR = 1;

  /** Resistance of the cell to strain beyond that of the springs, eV/Å³. */
  private static final double MODULUS = 0.3;

  private final CrystalSurface surface;
  private final double[] shellSprings;

  /**
   * A model of a crystal.
   *
   * @param shellSprings spring constant by particle, eV/Å²; 0 for cores
   */
  SpringModel(CrystalSurface surface, double[] shellSprings) {
    this.surface = surface;
    this.shellSprings = shellSprings;
  }

  /** The springs as they are at a point. */
  Preconditioner at(double[] x) {
    Structure structure = surface.structure(x);
    DMatrixRMaj hessian = new DMatrixRMaj(x.length, x.length);
    double[] deformation = CrystalSurface.deformation(x);
    double[] back = Matrix3.inverse(deformation);
    for (Neighbour neighbour : NeighbourList.of(structure, reach(structure)).all()) {
      if (neighbour.from() <= neighbour.to()) {
        // A site's own images come in pairs, other pairs are taken from this end only.
        double weight = neighbour.from() == neighbour.to() ? 0.5 : 1;
        addBond(hessian, neighbour, weight, deformation, back);
      }
    }
    addShells(hessian, deformation);
    double cell = MODULUS * structure.lattice().volume();
    for (int i = 0; i < x.length; i++) {
      hessian.add(i, i, i < CrystalSurface.CELL ? cell : ANCHOR);
    }
    return new Preconditioner(hessian);
  }

  /** How far neighbours of the elements of a structure may be apart to be joined, Å. */
  private static double reach(Structure structure) {
    double largest = 0;
    for (Site site : structure.sites()) {
      largest = Math.max(largest, site.element().covalentRadius());
    }
    return REACH * 2 * largest;
  }

  private void addBond(
      DMatrixRMaj hessian, Neighbour bond, double weight, double[] deformation, double[] back) {
    double radii = radius(bond.from()) + radius(bond.to());
    if (bond.distance() > REACH * radii) {
      return;
    }
    double stiffness = weight * STIFFNESS * Math.exp(-(bond.distance() - radii) / DECAY);
    Vector3 d = bond.displacement();
    Vector3 u = d.times(1 / bond.distance());
    double[] q = new double[3];
    Matrix3.rowsTimes(new double[] {d.x(), d.y(), d.z()}, 0, back, q, 0);
    double[][] directions = {
      {u.x(), u.y(), u.z()}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1},
    };
    for (int i = 0; i < directions.length; i++) {
      double k = i == 0 ? stiffness * (1 - ACROSS) : stiffness * ACROSS;
      addSpring(hessian, k, directions[i], q, bond, deformation);
    }
  }

  private double radius(int site) {
    return surface.element(site).covalentRadius();
  }

  /** Adds k·v·vᵀ, where v is the change of the bond along u by the variables. */
  private void addSpring(
      DMatrixRMaj hessian, double k, double[] u, double[] q, Neighbour bond, double[] deformation) {
    double[] moved = new double[3];
    Matrix3.rowsTimes(u, 0, deformation, moved, 0);
    int to = CrystalSurface.CELL + 3 * surface.carrier(bond.to());
    int from = CrystalSurface.CELL + 3 * surface.carrier(bond.from());
    int[] index = {0, 1, 2, 3, 4, 5, to, to + 1, to + 2, from, from + 1, from + 2};
    double[] v = {
      u[0] * q[0],
      u[1] * q[1],
      u[2] * q[2],
      u[1] * q[2] + u[2] * q[1],
      u[0] * q[2] + u[2] * q[0],
      u[0] * q[1] + u[1] * q[0],
      moved[0],
      moved[1],
      moved[2],
      -moved[0],
      -moved[1],
      -moved[2]
    };
    int used = bond.to() == bond.from() ? CrystalSurface.CELL : index.length;
    for (int i = 0; i < used; i++) {
      for (int j = 0; j < used; j++) {
        hessian.add(index[i], index[j], k * v[i] * v[j]);
      }
    }
  }

  private void addShells(DMatrixRMaj hessian, double[] deformation) {
    ForceField forceField = surface.forceField();
    double[] square = Matrix3.multiply(deformation, deformation);
    for (int p = forceField.atoms(); p < forceField.particles(); p++) {
      int shell = CrystalSurface.CELL + 3 * p;
      int core = CrystalSurface.CELL + 3 * forceField.coreOf(p);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          double k = shellSprings[p] * square[3 * i + j];
          hessian.add(shell + i, shell + j, k);
          hessian.add(core + i, core + j, k);
          hessian.add(shell + i, core + j, -k);
          hessian.add(core + i, shell + j, -k);
        }
      }
    }
  }
}
