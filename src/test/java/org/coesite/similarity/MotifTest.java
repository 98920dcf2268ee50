package org.coesite.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coesite.crystal.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MotifTest {

  static Stream<Arguments> perfectMotifs() {
    return Stream.of(
        Arguments.of(Motif.SINGLE_BOND, ring(90, 1)),
        Arguments.of(Motif.L_SHAPED, with(ring(90, 1), 0)),
        Arguments.of(Motif.WATER_LIKE, with(ring(104.45, 1), 0)),
        Arguments.of(Motif.BENT_120, with(ring(120, 1), 0)),
        Arguments.of(Motif.BENT_150, with(ring(150, 1), 0)),
        Arguments.of(Motif.LINEAR, with(ring(0, 1), 180)),
        Arguments.of(Motif.TRIGONAL_PLANAR, ring(90, 3)),
        Arguments.of(Motif.T_SHAPED, with(ring(90, 2), 0)),
        Arguments.of(Motif.SQUARE_PLANAR, ring(90, 4)),
        Arguments.of(Motif.TETRAHEDRAL, with(ring(109.47122063449069, 3), 0)),
        Arguments.of(Motif.TRIGONAL_PYRAMIDAL, with(ring(90, 3), 0)),
        Arguments.of(Motif.PENTAGONAL_PLANAR, ring(90, 5)),
        Arguments.of(Motif.SQUARE_PYRAMIDAL, with(ring(90, 4), 0)),
        Arguments.of(Motif.TRIGONAL_BIPYRAMIDAL, with(ring(90, 3), 0, 180)),
        Arguments.of(Motif.HEXAGONAL_PLANAR, ring(90, 6)),
        Arguments.of(Motif.OCTAHEDRAL, with(ring(90, 4), 0, 180)),
        Arguments.of(Motif.PENTAGONAL_PYRAMIDAL, with(ring(90, 5), 0)),
        Arguments.of(Motif.HEXAGONAL_PYRAMIDAL, with(ring(90, 6), 0)),
        Arguments.of(Motif.PENTAGONAL_BIPYRAMIDAL, with(ring(90, 5), 0, 180)),
        Arguments.of(Motif.BODY_CENTRED_CUBIC, cube()),
        Arguments.of(Motif.HEXAGONAL_BIPYRAMIDAL, with(ring(90, 6), 0, 180)),
        Arguments.of(Motif.CUBOCTAHEDRAL, cuboctahedron()));
  }

  @ParameterizedTest
  @MethodSource("perfectMotifs")
  void a_perfect_motif_has_the_value_1(Motif motif, List<Vector3> directions) {
    assertThat(motif.resemblance(new PolarAngles(directions))).isCloseTo(1, within(1e-3));
  }

  @ParameterizedTest
  @MethodSource("perfectMotifs")
  void no_other_motif_of_that_coordination_fits_as_well_but_the_see_saws(
      Motif motif, List<Vector3> directions) {
    List<Motif> others =
        Motif.of(directions.size()).stream()
            .filter(other -> other != motif && !other.name().startsWith("Q"))
            // By their definition a square and a trigonal pyramid are perfect see-saws.
            .filter(other -> !other.name().endsWith("SEE_SAW"))
            .toList();
    for (Motif other : others) {
      assertThat(other.resemblance(new PolarAngles(directions))).as("%s", other).isLessThan(0.9);
    }
  }

  @Test
  void the_bond_orientation_of_an_octahedron_is_that_of_the_literature() {
    PolarAngles octahedron = new PolarAngles(with(ring(90, 4), 0, 180));

    // Steinhardt et al., Table I: simple cubic.
    assertThat(new BondOrientation(2).of(octahedron)).isCloseTo(0, within(1e-7));
    assertThat(new BondOrientation(4).of(octahedron)).isCloseTo(0.76376, within(1e-5));
    assertThat(new BondOrientation(6).of(octahedron)).isCloseTo(0.35355, within(1e-5));
  }

  private static List<Vector3> ring(double polar, int members) {
    List<Vector3> directions = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      directions.add(direction(polar, 360.0 * i / members));
    }
    return directions;
  }

  private static List<Vector3> with(List<Vector3> ring, double... polar) {
    List<Vector3> directions = new ArrayList<>(ring);
    for (double angle : polar) {
      directions.add(direction(angle, 0));
    }
    return directions;
  }

  private static Vector3 direction(double polar, double azimuth) {
    double theta = Math.toRadians(polar);
    double phi = Math.toRadians(azimuth);
    return new Vector3(
        Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta));
  }

  private static List<Vector3> cube() {
    List<Vector3> corners = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Vector3 corner = new Vector3(2 * (i & 1) - 1, (i & 2) - 1, (i & 4) / 2.0 - 1);
      corners.add(corner.times(1 / corner.length()));
    }
    return corners;
  }

  private static List<Vector3> cuboctahedron() {
    List<Vector3> corners = new ArrayList<>();
    double half = Math.sqrt(0.5);
    for (double first : new double[] {-half, half}) {
      for (double second : new double[] {-half, half}) {
        corners.add(new Vector3(first, second, 0));
        corners.add(new Vector3(first, 0, second));
        corners.add(new Vector3(0, first, second));
      }
    }
    return corners;
  }
}
