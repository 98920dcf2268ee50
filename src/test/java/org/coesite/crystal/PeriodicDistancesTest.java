package org.coesite.crystal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** Neighbours and shortest distances against an image by image search without any shortcut. */
class PeriodicDistancesTest {

  @Property(tries = 200)
  void the_neighbours_of_a_skewed_cell_are_those_that_an_exhaustive_search_finds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int atoms) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    Structure structure = randomStructure(random, atoms);
    double cutoff = 1 + 4 * random.nextDouble();

    List<String> expected = describe(exhaustive(structure, cutoff));
    List<String> found = describe(NeighbourList.of(skewed(structure, random), cutoff).all());

    assertThat(found).containsExactlyElementsOf(expected);
  }

  @Property(tries = 200)
  void the_shortest_distances_of_a_skewed_cell_are_those_that_an_exhaustive_search_finds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int atoms) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    Structure structure = randomStructure(random, atoms);
    PeriodicDistances distances = PeriodicDistances.of(skewed(structure, random));

    List<Neighbour> all = exhaustive(structure, 12);
    for (int i = 0; i < atoms; i++) {
      for (int j = 0; j < atoms; j++) {
        int from = i;
        int to = j;
        double expected =
            all.stream()
                .filter(n -> n.from() == from && n.to() == to)
                .mapToDouble(Neighbour::distance)
                .min()
                .orElseThrow();
        assertThat(distances.minimum(i, j)).isCloseTo(expected, within(1e-7));
      }
    }
  }

  @Test
  void a_cell_that_is_nearly_flat_has_its_true_shortest_distance() {
    // Face-centred cubic copper, 3.6 Å, in a cell of angles near 0 and 180 degrees.
    Lattice primitive =
        Lattice.fromRows(new double[][] {{0, 1.8, 1.8}, {1.8, 0, 1.8}, {1.8, 1.8, 0}});
    Lattice flat = primitive.transformed(new int[][] {{1, 0, 0}, {70, 1, 0}, {-31, 45, 1}});
    Structure copper = new Structure(flat, List.of(new Site(Element.CU, Vector3.ZERO)));

    assertThat(PeriodicDistances.of(copper).minimum(0, 0))
        .isCloseTo(1.8 * Math.sqrt(2), within(1e-9));
    assertThat(NeighbourList.of(copper, 2.6).around(0)).hasSize(12);
    assertThat(NeighbourList.of(copper, 3.61).around(0)).hasSize(18);
  }

  @Test
  void two_atoms_at_one_place_are_neighbours_at_distance_zero() {
    Site oxygen = new Site(Element.O, Vector3.ZERO);
    Structure coincident =
        new Structure(Lattice.fromParameters(4, 4, 4, 90, 90, 90), List.of(oxygen, oxygen));

    assertThat(NeighbourList.of(coincident, 1).all()).hasSize(2);
    assertThat(PeriodicDistances.of(coincident).shortest()).isZero();
  }

  @Test
  void a_cutoff_that_is_not_positive_is_refused() {
    Structure one =
        new Structure(
            Lattice.fromParameters(4, 4, 4, 90, 90, 90),
            List.of(new Site(Element.O, Vector3.ZERO)));

    assertThatThrownBy(() -> NeighbourList.of(one, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
  }

  private static Structure randomStructure(UniformRandomProvider random, int atoms) {
    double[][] rows = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        rows[i][j] = (i == j ? 3 + 2 * random.nextDouble() : random.nextDouble() - 0.5);
      }
    }
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < atoms; i++) {
      Vector3 f = new Vector3(random.nextDouble(), random.nextDouble(), random.nextDouble());
      sites.add(new Site(Element.SI, f));
    }
    return new Structure(Lattice.fromRows(rows), sites);
  }

  /** The same crystal described by longer vectors and by sites in other cells. */
  private static Structure skewed(Structure structure, UniformRandomProvider random) {
    int[][] m = {{1, random.nextInt(9) - 4, random.nextInt(9) - 4}, {0, 1, 0}, {0, 0, 1}};
    int[][] n = {{1, 0, 0}, {random.nextInt(9) - 4, 1, 0}, {0, random.nextInt(9) - 4, 1}};
    Lattice lattice = structure.lattice().transformed(m).transformed(n);
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < structure.size(); i++) {
      sites.add(new Site(Element.SI, lattice.toFractional(structure.cartesian(i))));
    }
    return new Structure(lattice, sites);
  }

  private static List<Neighbour> exhaustive(Structure structure, double cutoff) {
    List<Neighbour> found = new ArrayList<>();
    Lattice lattice = structure.lattice();
    int reach = 6;
    for (int i = 0; i < structure.size(); i++) {
      for (int j = 0; j < structure.size(); j++) {
        for (int p = -reach; p <= reach; p++) {
          for (int q = -reach; q <= reach; q++) {
            for (int r = -reach; r <= reach; r++) {
              Vector3 v =
                  structure
                      .cartesian(j)
                      .minus(structure.cartesian(i))
                      .plus(lattice.toCartesian(new Vector3(p, q, r)));
              boolean itself = i == j && p == 0 && q == 0 && r == 0;
              if (!itself && v.length() <= cutoff) {
                found.add(new Neighbour(i, j, v, v.length()));
              }
            }
          }
        }
      }
    }
    return found;
  }

  private static List<String> describe(List<Neighbour> neighbours) {
    return neighbours.stream()
        .map(
            n ->
                "%d-%d %.6f %.6f %.6f"
                    .formatted(
                        n.from(),
                        n.to(),
                        n.displacement().x(),
                        n.displacement().y(),
                        n.displacement().z())
                    .replace("-0.000000", "0.000000"))
        .sorted()
        .toList();
  }
}
