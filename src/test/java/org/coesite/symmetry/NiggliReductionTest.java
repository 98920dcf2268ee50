package org.coesite.symmetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.assertj.core.data.Offset;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.NeighbourList;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.junit.jupiter.api.Test;

class NiggliReductionTest {

  private static final Offset<Double> CLOSE = within(1e-3);

  @Property(tries = 500)
  void the_reduced_cell_spans_the_same_lattice(@ForAll long seed) {
    Lattice lattice = skewed(random(seed));
    NiggliReduction reduction = NiggliReduction.of(lattice);

    int[][] m = reduction.transformation();
    assertThat(determinant(m)).isEqualTo(1);
    Lattice transformed = lattice.transformed(m);
    assertThat(reduction.lattice()).isEqualTo(transformed);
    assertThat(reduction.lattice().volume())
        .isCloseTo(lattice.volume(), within(1e-7 * lattice.volume()));
  }

  @Property(tries = 500)
  void the_reduced_cell_fulfils_the_conditions_of_niggli(@ForAll long seed) {
    Lattice lattice = NiggliReduction.reduce(skewed(random(seed)));

    double a = lattice.a().dot(lattice.a());
    double b = lattice.b().dot(lattice.b());
    double c = lattice.c().dot(lattice.c());
    double xi = 2 * lattice.b().dot(lattice.c());
    double eta = 2 * lattice.a().dot(lattice.c());
    double zeta = 2 * lattice.a().dot(lattice.b());
    double slack = 1e-4 * Math.pow(lattice.volume(), 2 / 3.0);
    assertThat(a).isLessThanOrEqualTo(b + slack);
    assertThat(b).isLessThanOrEqualTo(c + slack);
    assertThat(Math.abs(xi)).isLessThanOrEqualTo(b + slack);
    assertThat(Math.abs(eta)).isLessThanOrEqualTo(a + slack);
    assertThat(Math.abs(zeta)).isLessThanOrEqualTo(a + slack);
    assertThat(xi + eta + zeta + a + b).isGreaterThanOrEqualTo(-slack);
    boolean allAcute = xi > -slack && eta > -slack && zeta > -slack;
    boolean noneAcute = xi < slack && eta < slack && zeta < slack;
    assertThat(allAcute || noneAcute).isTrue();
  }

  @Property(tries = 500)
  void a_reduced_cell_is_reduced_to_itself(@ForAll long seed) {
    Lattice once = NiggliReduction.reduce(skewed(random(seed)));
    Lattice twice = NiggliReduction.reduce(once);

    assertThat(twice.lengths()).containsExactly(once.lengths(), CLOSE);
    assertThat(twice.angles()).containsExactly(once.angles(), CLOSE);
  }

  @Property(tries = 500)
  void two_descriptions_of_one_lattice_have_the_same_reduced_cell(@ForAll long seed) {
    UniformRandomProvider random = random(seed);
    Lattice lattice = randomLattice(random);
    Lattice one = NiggliReduction.reduce(skew(lattice, random));
    Lattice other = NiggliReduction.reduce(skew(lattice, random));

    assertThat(one.lengths()).containsExactly(other.lengths(), CLOSE);
    assertThat(one.angles()).containsExactly(other.angles(), within(0.01));
  }

  @Property(tries = 100)
  void the_crystal_keeps_its_neighbours(@ForAll long seed) {
    UniformRandomProvider random = random(seed);
    Structure structure =
        new Structure(
            skew(randomLattice(random), random),
            List.of(
                new Site(Element.SI, new Vector3(0.1, 0.2, 0.3)),
                new Site(Element.O, new Vector3(0.35, 0.25, 0.9))));

    Structure reduced = NiggliReduction.reduce(structure);

    assertThat(distances(reduced)).hasSameSizeAs(distances(structure));
    for (int i = 0; i < distances(structure).length; i++) {
      assertThat(distances(reduced)[i]).isCloseTo(distances(structure)[i], within(1e-6));
    }
  }

  @Test
  void the_example_of_the_paper_of_krivy_and_gruber_is_reduced_as_printed() {
    // I. Křivý and B. Gruber, Acta Cryst. A32, 297 (1976): A..ζ = 9 27 4 -5 -4 -22
    // is reduced to 4 9 9 9 3 4.
    double a = 3;
    double b = Math.sqrt(27);
    double c = 2;
    Lattice lattice =
        Lattice.fromParameters(a, b, c, angle(-5, b, c), angle(-4, a, c), angle(-22, a, b));

    Lattice reduced = NiggliReduction.reduce(lattice);

    assertThat(
            new double[] {
              reduced.a().dot(reduced.a()),
              reduced.b().dot(reduced.b()),
              reduced.c().dot(reduced.c()),
              2 * reduced.b().dot(reduced.c()),
              2 * reduced.a().dot(reduced.c()),
              2 * reduced.a().dot(reduced.b())
            })
        .containsExactly(new double[] {4, 9, 9, 9, 3, 4}, within(1e-9));
  }

  @Test
  void a_face_centred_cubic_lattice_has_three_angles_of_sixty_degrees() {
    Lattice primitive = Centring.F.primitive(Lattice.fromParameters(4, 4, 4, 90, 90, 90));
    Lattice skewed = primitive.transformed(new int[][] {{1, 0, 0}, {17, 1, 0}, {-9, 23, 1}});

    Lattice reduced = NiggliReduction.reduce(skewed);

    assertThat(reduced.angles()).containsExactly(new double[] {60, 60, 60}, within(1e-6));
    assertThat(reduced.determinant()).isPositive();
  }

  private static double angle(double twiceProduct, double one, double other) {
    return Math.toDegrees(Math.acos(twiceProduct / (2 * one * other)));
  }

  private static double[] distances(Structure structure) {
    return NeighbourList.of(structure, 6).all().stream()
        .mapToDouble(n -> n.distance())
        .sorted()
        .toArray();
  }

  private static Lattice skewed(UniformRandomProvider random) {
    return skew(randomLattice(random), random);
  }

  /** Among random cells also ones with equal lengths and right angles, where ties decide. */
  private static Lattice randomLattice(UniformRandomProvider random) {
    double a = 3 + 4 * random.nextDouble();
    double b = random.nextInt(3) == 0 ? a : 3 + 4 * random.nextDouble();
    double c = random.nextInt(3) == 0 ? b : 3 + 4 * random.nextDouble();
    return Lattice.fromParameters(a, b, c, angle(random), angle(random), angle(random));
  }

  private static double angle(UniformRandomProvider random) {
    return random.nextInt(3) == 0 ? 90 : 75 + 30 * random.nextDouble();
  }

  private static Lattice skew(Lattice lattice, UniformRandomProvider random) {
    int[][] m = {{1, multiple(random), multiple(random)}, {0, 1, multiple(random)}, {0, 0, 1}};
    int[][] n = {{1, 0, 0}, {multiple(random), 1, 0}, {multiple(random), multiple(random), 1}};
    return lattice.transformed(m).transformed(n);
  }

  private static int multiple(UniformRandomProvider random) {
    return random.nextInt(21) - 10;
  }

  private static int determinant(int[][] m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }

  private static UniformRandomProvider random(long seed) {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  @Test
  void a_cell_whose_lengths_differ_by_just_the_tolerance_does_not_lead_in_a_circle() {
    Lattice quartz =
        Lattice.fromRows(
            new double[][] {
              {-0.6892133702616604, -5.827833725747684, -4.185767576272256},
              {0.6947940357587689, 5.824704287217061, -4.189204905329311},
              {2.3021921189229775, 0.7310298857460364, 4.188729155968641}
            });
    assertThat(NiggliReduction.reduce(quartz).lengths())
        .usingComparatorWithPrecision(1e-4)
        .containsExactly(4.8353, 4.8353, 5.3459);
  }
}
