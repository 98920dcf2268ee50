package org.coesite.calculator.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.forcefield.Derivatives;
import org.coesite.forcefield.ForceField;

/**
 * Enthalpy of a crystal in eV as a function of its deformation and its positions.
 *
 * <p>The first six variables are U = (xx, yy, zz, yz, xz, xy), a symmetric matrix without unit; the
 * others are positions q of cores and shells in Å in the cell of the start. The crystal is their
 * image under F = 1 + U: lattice vectors F·a, positions F·q. So a change of U takes all particles
 * along, and an integer change of the lattice vectors leaves all variables as they are.
 */
final class CrystalSurface implements Surface {

  /** Variables that belong to the cell. */
  static final int CELL = 6;

  /** A strain counts as the move that it makes this far away, Å. */
  private static final double STRAIN_ARM = 5;

  /** A cell is skewed when its longest vector exceeds that of the compact cell by this factor. */
  private static final double SKEWED = 1.5;

  private final ForceField forceField;
  private final Derivatives derivatives;
  private final List<Site> sites;
  private final double pressure;
  private final int[] carriers;
  private double[] reference;
  private double[] toFractional;

  /**
   * The surface around a structure.
   *
   * @param pressure external pressure, eV/Å³
   */
  CrystalSurface(ForceField forceField, Structure start, double pressure) {
    this.forceField = forceField;
    this.derivatives = new Derivatives(forceField.particles());
    this.sites = start.sites();
    this.pressure = pressure;
    this.carriers = new int[forceField.atoms()];
    for (int p = 0; p < forceField.particles(); p++) {
      // Shells come after the cores.
      carriers[forceField.coreOf(p)] = p;
    }
    setReference(start.lattice());
  }

  private void setReference(Lattice lattice) {
    this.reference = rows(lattice);
    this.toFractional = Matrix3.inverse(reference);
  }

  private static double[] rows(Lattice lattice) {
    double[][] r = lattice.rows();
    return new double[] {
      r[0][0], r[0][1], r[0][2], r[1][0], r[1][1], r[1][2], r[2][0], r[2][1], r[2][2]
    };
  }

  /** The variables of the start: no deformation, shells on their cores. */
  double[] start() {
    double[] fractional = new double[3 * forceField.particles()];
    for (int p = 0; p < forceField.particles(); p++) {
      Vector3 f = sites.get(forceField.coreOf(p)).fractional();
      fractional[3 * p] = f.x();
      fractional[3 * p + 1] = f.y();
      fractional[3 * p + 2] = f.z();
    }
    double[] x = new double[CELL + fractional.length];
    Matrix3.rowsTimes(fractional, 0, reference, x, CELL);
    return x;
  }

  @Override
  public Point at(double[] x) {
    double[] f = deformation(x);
    double volume = volume(x);
    double[] gradient = new double[x.length];
    if (violation(x).isPresent()) {
      return new Point(x, Double.POSITIVE_INFINITY, gradient, new double[9]);
    }
    forceField.evaluate(rows(x), fractional(x), derivatives);
    double[] strain = derivatives.strain().clone();
    for (int i = 0; i < 9; i += 4) {
      strain[i] += pressure * volume;
    }
    double[] g = Matrix3.multiply(strain, Matrix3.inverse(f));
    gradient[0] = g[0];
    gradient[1] = g[4];
    gradient[2] = g[8];
    gradient[3] = g[5] + g[7];
    gradient[4] = g[2] + g[6];
    gradient[5] = g[1] + g[3];
    Matrix3.rowsTimes(derivatives.gradient(), 0, f, gradient, CELL);
    return new Point(x, derivatives.energy() + pressure * volume, gradient, strain);
  }

  /** The bound that a point breaks, if any. */
  Optional<Violation> violation(double[] x) {
    return CrystalBounds.ofCellAndShells(this, x)
        .or(() -> CrystalBounds.ofShape(lattice(x)))
        .or(() -> CrystalBounds.ofDistances(this, x, fractional(x)));
  }

  /** Fractional coordinates of all particles at a point. */
  private double[] fractional(double[] x) {
    double[] fractional = new double[x.length - CELL];
    Matrix3.rowsTimes(x, CELL, toFractional, fractional, 0);
    return fractional;
  }

  /** Lattice vectors at a point, row by row, Å. */
  double[] rows(double[] x) {
    return Matrix3.multiply(reference, deformation(x));
  }

  /** F = 1 + U, symmetric. */
  static double[] deformation(double[] x) {
    return new double[] {1 + x[0], x[5], x[4], x[5], 1 + x[1], x[3], x[4], x[3], 1 + x[2]};
  }

  /** What the forces and stresses at a point are. */
  Residual residual(Point point) {
    double[] back = Matrix3.inverse(deformation(point.x()));
    double[] forces = new double[point.x().length - CELL];
    Matrix3.rowsTimes(point.gradient(), CELL, back, forces, 0);
    return new Residual(forces, point.strain(), volume(point.x()), pressure);
  }

  /** Cell volume at a point, Å³. */
  double volume(double[] x) {
    return Math.abs(Matrix3.determinant(deformation(x)) * Matrix3.determinant(reference));
  }

  /** The lattice at a point. */
  Lattice lattice(double[] x) {
    double[] l = rows(x);
    return new Lattice(
        new Vector3(l[0], l[1], l[2]),
        new Vector3(l[3], l[4], l[5]),
        new Vector3(l[6], l[7], l[8]));
  }

  /** The crystal at a point, without shells. */
  Structure structure(double[] x) {
    double[] fractional = fractional(x);
    List<Site> moved = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      Vector3 f = new Vector3(fractional[3 * i], fractional[3 * i + 1], fractional[3 * i + 2]);
      moved.add(new Site(sites.get(i).element(), f));
    }
    return new Structure(lattice(x), moved);
  }

  /** Cartesian vector in Å from a core to its shell at a point. */
  Vector3 shellOffset(double[] x, int shell) {
    double[] f = deformation(x);
    int s = CELL + 3 * shell;
    int c = CELL + 3 * forceField.coreOf(shell);
    double[] offset = {x[s] - x[c], x[s + 1] - x[c + 1], x[s + 2] - x[c + 2]};
    double[] moved = new double[3];
    Matrix3.rowsTimes(offset, 0, f, moved, 0);
    return new Vector3(moved[0], moved[1], moved[2]);
  }

  /** The particle by which an atom meets others: its shell, or its core if it has none. */
  int carrier(int atom) {
    return carriers[atom];
  }

  Element element(int site) {
    return sites.get(site).element();
  }

  /** Name of an atom for messages, counted from 1: O 4. */
  String atomName(int site) {
    return atomName(sites, site);
  }

  static String atomName(List<Site> sites, int site) {
    return sites.get(site).element() + " " + (site + 1);
  }

  /**
   * Largest move of a particle in Å that a change of the variables makes, the strain counted as the
   * move that it makes 5 Å away.
   */
  double largestMove(double[] x, double[] change) {
    double most = 0;
    double[] f = deformation(x);
    double[] moved = new double[change.length - CELL];
    Matrix3.rowsTimes(change, CELL, f, moved, 0);
    for (int i = 0; i < moved.length; i += 3) {
      most = Math.max(most, Math.hypot(Math.hypot(moved[i], moved[i + 1]), moved[i + 2]));
    }
    for (int i = 0; i < CELL; i++) {
      most = Math.max(most, STRAIN_ARM * Math.abs(change[i]));
    }
    return most;
  }

  ForceField forceField() {
    return forceField;
  }

  /**
   * Describes the same crystal by the shortest lattice vectors if its own have become much longer;
   * the variables keep their sense.
   */
  void straighten(double[] x) {
    Lattice current = lattice(x);
    Lattice compact = current.compact();
    if (longest(current) > SKEWED * longest(compact)) {
      double[] back = Matrix3.inverse(deformation(x));
      setReference(Lattice.fromRows(nested(Matrix3.multiply(rows(compact), back))));
    }
  }

  private static double longest(Lattice lattice) {
    return Arrays.stream(lattice.lengths()).max().orElseThrow();
  }

  private static double[][] nested(double[] m) {
    return new double[][] {{m[0], m[1], m[2]}, {m[3], m[4], m[5]}, {m[6], m[7], m[8]}};
  }
}
