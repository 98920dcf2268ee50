package org.coesite.similarity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;

/** Ways to write the same crystal differently, drawn at random. */
record Disguise(Random random) {

  static Disguise seeded(long seed) {
    return new Disguise(new Random(seed));
  }

  /** The crystal turned about a random axis by a random angle (Rodrigues' formula). */
  Structure rotated(Structure structure) {
    Vector3 axis = gaussian();
    Vector3 u = axis.times(1 / axis.length());
    double angle = 2 * Math.PI * random.nextDouble();
    Lattice l = structure.lattice();
    return structure.with(
        new Lattice(turned(l.a(), u, angle), turned(l.b(), u, angle), turned(l.c(), u, angle)));
  }

  private static Vector3 turned(Vector3 v, Vector3 u, double angle) {
    return v.times(Math.cos(angle))
        .plus(u.cross(v).times(Math.sin(angle)))
        .plus(u.times(u.dot(v) * (1 - Math.cos(angle))));
  }

  /** The crystal with its origin somewhere else and its atoms in another order. */
  Structure shifted(Structure structure) {
    Vector3 shift = new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble());
    List<Site> sites = new ArrayList<>(structure.shifted(shift).wrapped().sites());
    Collections.shuffle(sites, random);
    return new Structure(structure.lattice(), sites);
  }

  /** The crystal in another cell of the same volume: a few lattice vectors added to others. */
  Structure inAnotherCell(Structure structure) {
    Lattice lattice = structure.lattice();
    for (int step = 0; step < 3; step++) {
      int[][] shear = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
      int row = random.nextInt(3);
      shear[row][(row + 1 + random.nextInt(2)) % 3] = random.nextBoolean() ? 1 : -1;
      lattice = lattice.transformed(shear);
    }
    Lattice sheared = lattice;
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < structure.size(); i++) {
      Vector3 fractional = sheared.toFractional(structure.cartesian(i));
      sites.add(new Site(structure.sites().get(i).element(), fractional));
    }
    return new Structure(sheared, sites).wrapped();
  }

  /** A supercell of two to four cells. */
  Structure repeated(Structure structure) {
    int[][] sizes = {{2, 1, 1}, {1, 2, 1}, {1, 1, 2}, {3, 1, 1}, {1, 2, 2}, {2, 2, 1}};
    int[] n = sizes[random.nextInt(sizes.length)];
    return structure.repeated(n[0], n[1], n[2]);
  }

  /** Every coordinate of every atom displaced by a normal deviate of the given width in Å. */
  Structure rattled(Structure structure, double width) {
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < structure.size(); i++) {
      Vector3 moved = structure.cartesian(i).plus(gaussian().times(width));
      sites.add(
          new Site(structure.sites().get(i).element(), structure.lattice().toFractional(moved)));
    }
    return new Structure(structure.lattice(), sites);
  }

  private Vector3 gaussian() {
    return new Vector3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian());
  }
}
