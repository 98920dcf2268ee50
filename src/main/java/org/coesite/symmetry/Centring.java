package org.coesite.symmetry;

import java.util.ArrayList;
import java.util.List;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** Lattice points of a conventional cell, and its primitive vectors. */
public enum Centring {
  /** Primitive. */
  P(1, new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
  /** Centred on the faces (b, c). */
  A(2, new double[][] {{1, 0, 0}, {0, 0.5, -0.5}, {0, 0.5, 0.5}}),
  /** Centred on the faces (a, b). */
  C(2, new double[][] {{0.5, 0.5, 0}, {-0.5, 0.5, 0}, {0, 0, 1}}),
  /** Body-centred. */
  I(2, new double[][] {{-0.5, 0.5, 0.5}, {0.5, -0.5, 0.5}, {0.5, 0.5, -0.5}}),
  /** Centred on all faces. */
  F(4, new double[][] {{0, 0.5, 0.5}, {0.5, 0, 0.5}, {0.5, 0.5, 0}}),
  /** Rhombohedral on hexagonal axes, obverse. */
  R(
      3,
      new double[][] {
        {2 / 3.0, 1 / 3.0, 1 / 3.0}, {-1 / 3.0, 1 / 3.0, 1 / 3.0}, {-1 / 3.0, -2 / 3.0, 1 / 3.0}
      });

  /** Two sites closer than this share of the cell are the same. */
  private static final double SAME = 1e-6;

  private final int latticePoints;
  private final Vector3[] primitive = new Vector3[3];

  Centring(int latticePoints, double[][] primitive) {
    this.latticePoints = latticePoints;
    for (int i = 0; i < 3; i++) {
      this.primitive[i] = new Vector3(primitive[i][0], primitive[i][1], primitive[i][2]);
    }
  }

  /** Lattice points per conventional cell: how many times larger it is than the primitive one. */
  public int latticePoints() {
    return latticePoints;
  }

  /** Primitive vectors of a conventional lattice, Å. */
  public Lattice primitive(Lattice conventional) {
    return new Lattice(
        conventional.toCartesian(primitive[0]),
        conventional.toCartesian(primitive[1]),
        conventional.toCartesian(primitive[2]));
  }

  /**
   * The primitive cell of a structure in its conventional cell.
   *
   * @throws IllegalArgumentException if the structure does not have this centring
   */
  public Structure primitive(Structure conventional) {
    Lattice lattice = primitive(conventional.lattice());
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < conventional.size(); i++) {
      Vector3 fractional = lattice.toFractional(conventional.cartesian(i)).wrapped();
      Site site = new Site(conventional.sites().get(i).element(), fractional);
      if (sites.stream().noneMatch(other -> same(site, other))) {
        sites.add(site);
      }
    }
    if (sites.size() * latticePoints != conventional.size()) {
      throw new IllegalArgumentException(
          "%d sites of %d are distinct; %s centring needs %s of them"
              .formatted(
                  sites.size(),
                  conventional.size(),
                  this,
                  conventional.size() / (double) latticePoints));
    }
    return new Structure(lattice, sites);
  }

  private static boolean same(Site one, Site other) {
    Vector3 d = one.fractional().minus(other.fractional());
    return one.element() == other.element()
        && Math.abs(d.x() - Math.rint(d.x())) < SAME
        && Math.abs(d.y() - Math.rint(d.y())) < SAME
        && Math.abs(d.z() - Math.rint(d.z())) < SAME;
  }
}
