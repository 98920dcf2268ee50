package org.coesite.crystal;

import java.util.ArrayList;
import java.util.List;

/**
 * A crystal: lattice in Å and the sites of one cell.
 *
 * @param lattice lattice vectors, Å
 * @param sites atoms of one cell, at least one
 */
public record Structure(Lattice lattice, List<Site> sites) {

  /** Keeps its own copy of the sites. */
  public Structure {
    sites = List.copyOf(sites);
    if (sites.isEmpty()) {
      throw new IllegalArgumentException("a structure needs at least one site");
    }
  }

  /** Number of atoms in the cell. */
  public int size() {
    return sites.size();
  }

  /** Element counts of the cell. */
  public Composition composition() {
    return Composition.of(sites.stream().map(Site::element).toList());
  }

  /** Volume per atom in Å³. */
  public double volumePerAtom() {
    return lattice.volume() / size();
  }

  /** Cartesian position of a site in Å. */
  public Vector3 cartesian(int site) {
    return lattice.toCartesian(sites.get(site).fractional());
  }

  /** The same fractional coordinates in another lattice. */
  public Structure with(Lattice other) {
    return new Structure(other, sites);
  }

  /** The same crystal with all fractional coordinates in [0, 1). */
  public Structure wrapped() {
    return new Structure(
        lattice, sites.stream().map(s -> new Site(s.element(), s.fractional().wrapped())).toList());
  }

  /**
   * The same crystal in a right-handed lattice: if it is left-handed, all lattice vectors and
   * fractional coordinates are reversed, which moves no atom.
   */
  public Structure rightHanded() {
    if (lattice.determinant() > 0) {
      return this;
    }
    Lattice reversed =
        new Lattice(lattice.a().times(-1), lattice.b().times(-1), lattice.c().times(-1));
    return new Structure(
        reversed,
        sites.stream().map(s -> new Site(s.element(), s.fractional().times(-1))).toList());
  }

  /** The same crystal with its origin moved: the shift is added to all fractional coordinates. */
  public Structure shifted(Vector3 fractionalShift) {
    return new Structure(
        lattice,
        sites.stream()
            .map(s -> new Site(s.element(), s.fractional().plus(fractionalShift)))
            .toList());
  }

  /**
   * The cell repeated along each lattice vector; sites keep their order, images of one together.
   */
  public Structure repeated(int alongA, int alongB, int alongC) {
    List<Site> repeated = new ArrayList<>();
    for (Site site : sites) {
      for (int i = 0; i < alongA; i++) {
        for (int j = 0; j < alongB; j++) {
          for (int k = 0; k < alongC; k++) {
            Vector3 f = site.fractional().plus(new Vector3(i, j, k));
            repeated.add(
                new Site(
                    site.element(), new Vector3(f.x() / alongA, f.y() / alongB, f.z() / alongC)));
          }
        }
      }
    }
    int[][] matrix = {{alongA, 0, 0}, {0, alongB, 0}, {0, 0, alongC}};
    return new Structure(lattice.transformed(matrix), repeated);
  }
}
