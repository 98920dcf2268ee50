package org.coesite.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.SymmetryOperation;
import org.coesite.crystal.Vector3;
import org.coesite.crystal.format.Cif;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardCellTest {

  private final SymmetryFinder finder = SymmetryFinder.create();

  @ParameterizedTest
  @ValueSource(
      ints = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 38, 46, 115, 148, 152, 186, 187, 198})
  void a_slightly_strained_oblique_crystal_gets_the_exact_cell_of_its_group(int number) {
    Symmetry symmetry = finder.find(strained(oblique(crystal(number))), 0.02);
    Structure cell = symmetry.standardised();

    assertThat(symmetry.spaceGroup().number()).isEqualTo(number);
    double[] l = cell.lattice().lengths();
    double[] t = cell.lattice().angles();
    Lattice exact = LatticeSystem.of(number).lattice(l[0], l[1], l[2], t[0], t[1], t[2]);
    assertThat(exact.lengths()).containsExactly(l, within(1e-12));
    assertThat(exact.angles()).containsExactly(t, within(1e-10));
    assertThat(t[1]).isBetween(90.0, 135.0);
    assertThat(finder.find(cell, 1e-4).spaceGroup().number()).isEqualTo(number);
    WyckoffPositions.of(number).operations().forEach(o -> mapsOntoItself(cell, o));
    String cif = SymmetrisedCif.write(symmetry, finder, "test");
    assertThat(cif).contains("_space_group_IT_number " + number);
    assertThat(finder.find(Cif.read(cif, "test.cif"), 1e-3).spaceGroup().number())
        .isEqualTo(number);
  }

  private static void mapsOntoItself(Structure cell, SymmetryOperation operation) {
    for (Site site : cell.sites()) {
      Vector3 image = operation.apply(site.fractional());
      assertThat(cell.sites())
          .as(operation.triplet())
          .anyMatch(
              other ->
                  other.element() == site.element()
                      && offLattice(other.fractional().minus(image)) < 1e-3);
    }
  }

  private static double offLattice(Vector3 v) {
    return new Vector3(v.x() - Math.rint(v.x()), v.y() - Math.rint(v.y()), v.z() - Math.rint(v.z()))
        .length();
  }

  /** Three elements in general positions, so that nothing has more symmetry than the group. */
  private static Structure crystal(int number) {
    WyckoffPositions positions = WyckoffPositions.of(number);
    WyckoffPosition general =
        positions.positions().stream()
            .max(Comparator.comparingInt(WyckoffPosition::multiplicity))
            .orElseThrow();
    List<Site> sites = new ArrayList<>();
    List<Vector3> points =
        List.of(
            new Vector3(0.113, 0.271, 0.337),
            new Vector3(0.419, 0.083, 0.161),
            new Vector3(0.287, 0.371, 0.053));
    List<Element> elements = List.of(Element.SI, Element.O, Element.MG);
    for (int i = 0; i < points.size(); i++) {
      for (Vector3 point : general.orbit(points.get(i))) {
        sites.add(new Site(elements.get(i), point));
      }
    }
    return new Structure(positions.latticeSystem().lattice(31, 36, 41, 80, 101, 95), sites);
  }

  /** The same crystal with a + 2c in place of a. */
  private static Structure oblique(Structure s) {
    return new Structure(
        s.lattice().transformed(new int[][] {{1, 0, 2}, {0, 1, 0}, {0, 0, 1}}),
        s.sites().stream()
            .map(
                site -> {
                  Vector3 f = site.fractional();
                  return new Site(site.element(), new Vector3(f.x(), f.y(), f.z() - 2 * f.x()));
                })
            .toList());
  }

  private static Structure strained(Structure s) {
    Lattice l = s.lattice();
    return s.with(
        new Lattice(
            l.a().plus(new Vector3(2e-4, -1e-4, 1e-4)),
            l.b().plus(new Vector3(1e-4, 1e-4, -2e-4)),
            l.c().plus(new Vector3(-1e-4, 2e-4, 1e-4))));
  }
}
