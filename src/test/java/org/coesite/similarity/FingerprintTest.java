package org.coesite.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final double ROUNDING = 1e-12;

  private final Crystals crystals = Crystals.read();

  @Property(tries = 15)
  void rotation_shift_cell_and_repetition_leave_the_fingerprint_alone(@ForAll long seed) {
    Structure structure = RandomCrystals.seeded(seed);
    Disguise disguise = Disguise.seeded(seed);
    Fingerprint original = Fingerprint.of(structure);

    assertThat(distance(original, disguise.rotated(structure))).isLessThan(ROUNDING);
    assertThat(distance(original, disguise.shifted(structure))).isLessThan(ROUNDING);
    assertThat(distance(original, disguise.inAnotherCell(structure))).isLessThan(ROUNDING);
    assertThat(distance(original, disguise.repeated(structure))).isLessThan(ROUNDING);
  }

  @Property(tries = 15)
  void the_distance_is_symmetric_and_between_0_and_1(@ForAll long one, @ForAll long two) {
    Fingerprint a = Fingerprint.of(RandomCrystals.seeded(one));
    Fingerprint b = Fingerprint.of(RandomCrystals.seeded(two));

    assertThat(a.cosineDistance(b)).isEqualTo(b.cosineDistance(a)).isBetween(0.0, 1.0);
    assertThat(a.cosineDistance(a)).isZero();
  }

  @Property(tries = 20)
  void the_distance_grows_smoothly_from_0_with_the_displacement(
      @ForAll @LongRange(min = 0, max = 1000) long seed) {
    Structure structure = RandomCrystals.seeded(seed);
    Fingerprint original = Fingerprint.of(structure);
    double small = distance(original, Disguise.seeded(seed).rattled(structure, 0.001));
    double twice = distance(original, Disguise.seeded(seed).rattled(structure, 0.002));

    assertThat(small).isPositive();
    assertThat(twice / small).as("quadratic in the displacement").isCloseTo(4, within(0.2));
  }

  @Test
  void a_simple_cubic_crystal_matches_the_formula_summed_by_hand() {
    double a = 9.0;
    Fingerprint cubic = Fingerprint.of(cubic(Element.SI, a));
    Fingerprint wider = Fingerprint.of(cubic(Element.SI, 9.1));

    // Only the six nearest images lie within 10 Å: F + 1 is one Gaussian.
    double[] one = oneGaussian(a);
    double[] two = oneGaussian(9.1);
    double product = 0;
    double square = 0;
    double otherSquare = 0;
    for (int i = 0; i < one.length; i++) {
      product += one[i] * two[i];
      square += one[i] * one[i];
      otherSquare += two[i] * two[i];
    }
    double expected = 0.5 * (1 - product / Math.sqrt(square * otherSquare));
    assertThat(cubic.cosineDistance(wider)).isCloseTo(expected, within(1e-6));
  }

  private static double[] oneGaussian(double a) {
    double[] f = new double[20_000];
    for (int i = 0; i < f.length; i++) {
      double x = ((i + 0.5) * 10 / f.length - a) / Fingerprint.WIDTH;
      double gaussian = Math.exp(-x * x / 2) / (Fingerprint.WIDTH * Math.sqrt(2 * Math.PI));
      f[i] = 6 * a * a * a / (4 * Math.PI * a * a) * gaussian - 1;
    }
    return f;
  }

  @Test
  void crystals_without_a_common_pair_of_elements_are_unrelated() {
    Fingerprint silicon = Fingerprint.of(cubic(Element.SI, 3));
    Fingerprint carbon = Fingerprint.of(cubic(Element.C, 3));

    assertThat(silicon.cosineDistance(carbon)).isCloseTo(0.5, within(ROUNDING));
    assertThat(carbon.cosineDistance(silicon)).isCloseTo(0.5, within(ROUNDING));
  }

  @Test
  void a_mirror_image_has_the_same_fingerprint() {
    Structure quartz = crystals.structure("quartz-alpha");
    Lattice l = quartz.lattice();
    Structure mirrored =
        quartz.with(new Lattice(l.a().times(-1), l.b().times(-1), l.c().times(-1)));

    assertThat(distance(Fingerprint.of(quartz), mirrored)).isLessThan(ROUNDING);
  }

  @Test
  void coinciding_sites_are_refused_with_their_distance() {
    Structure structure =
        new Structure(
            Lattice.fromParameters(5, 5, 5, 90, 90, 90),
            List.of(
                new Site(Element.SI, Vector3.ZERO),
                new Site(Element.O, new Vector3(0.4, 0.4, 0.4)),
                new Site(Element.O, new Vector3(0.41, 0.4, 0.4))));

    String message = "sites 2 and 3 are 0.050 Å apart, less than 0.1 Å";
    assertThatThrownBy(() -> Fingerprint.of(structure))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> SiteFingerprint.of(structure))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static double distance(Fingerprint original, Structure other) {
    return original.cosineDistance(Fingerprint.of(other));
  }

  private static Structure cubic(Element element, double a) {
    return new Structure(
        Lattice.fromParameters(a, a, a, 90, 90, 90), List.of(new Site(element, Vector3.ZERO)));
  }
}
