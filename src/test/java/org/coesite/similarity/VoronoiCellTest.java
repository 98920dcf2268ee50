package org.coesite.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.junit.jupiter.api.Test;

class VoronoiCellTest {

  @Property(tries = 20)
  void the_cells_fill_the_crystal(@ForAll long seed) {
    Structure structure = RandomCrystals.seeded(seed);
    double volume = VoronoiCell.of(structure).stream().mapToDouble(VoronoiCellTest::volume).sum();

    assertThat(volume).isCloseTo(structure.lattice().volume(), within(1e-6));
  }

  @Property(tries = 20)
  void the_faces_cover_the_whole_sphere(@ForAll long seed) {
    for (VoronoiCell cell : VoronoiCell.of(RandomCrystals.seeded(seed))) {
      double solidAngle = cell.faces().stream().mapToDouble(VoronoiCell.Face::solidAngle).sum();
      assertThat(solidAngle).isCloseTo(4 * Math.PI, within(1e-6));
    }
  }

  @Test
  void a_simple_cubic_crystal_has_a_cube_and_no_faces_where_corners_touch() {
    VoronoiCell cell = VoronoiCell.of(single(3, 3, 3)).get(0);

    assertThat(cell.faces()).hasSize(6);
    for (VoronoiCell.Face face : cell.faces()) {
      assertThat(face.area()).isCloseTo(9, within(1e-9));
      assertThat(face.solidAngle()).isCloseTo(4 * Math.PI / 6, within(1e-9));
      assertThat(face.direction().length()).isCloseTo(3, within(1e-9));
    }
  }

  @Test
  void a_pore_wider_than_the_first_search_is_enclosed_all_the_same() {
    VoronoiCell cell = VoronoiCell.of(single(3, 3, 40)).get(0);

    assertThat(cell.faces()).hasSize(6);
    assertThat(volume(cell)).isCloseTo(360, within(1e-6));
  }

  private static double volume(VoronoiCell cell) {
    return cell.faces().stream().mapToDouble(f -> f.area() * f.direction().length() / 6).sum();
  }

  private static Structure single(double a, double b, double c) {
    return new Structure(
        Lattice.fromParameters(a, b, c, 90, 90, 90), List.of(new Site(Element.SI, Vector3.ZERO)));
  }
}
