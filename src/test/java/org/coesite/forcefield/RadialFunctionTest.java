package org.coesite.forcefield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.coesite.crystal.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Terms of a distance: slopes against difference quotients, tables against the functions. */
class RadialFunctionTest {

  private static final ParticleType O = ParticleType.core(Element.O);

  static List<PairTerm> terms() {
    return List.of(
        new Buckingham(O, O, 1388.773, 0.362318841, 175, 10),
        new LennardJones(O, O, 30, 6, 135118.2835, 0.13338014, 10),
        new LennardJones(O, O, 12, 9, 1.7, 0.4, 10));
  }

  @ParameterizedTest
  @MethodSource("terms")
  void the_slope_of_a_term_is_its_difference_quotient(PairTerm term) {
    for (double x = 1.5; x < 100; x *= 1.3) {
      double step = 1e-5 * x;
      double difference = (term.repulsion(x + step) - term.repulsion(x - step)) / (2 * step);
      assertThat(term.repulsionSlope(x))
          .isCloseTo(difference, within(1e-7 * Math.abs(difference) + 1e-14));
    }
  }

  @ParameterizedTest
  @EnumSource(EwaldKernel.class)
  void the_slope_of_a_kernel_is_its_difference_quotient(EwaldKernel kernel) {
    for (double w = 1e-4; w < 30; w *= 1.3) {
      double step = 1e-4 * w;
      double difference = (kernel.value(w + step) - kernel.value(w - step)) / (2 * step);
      assertThat(kernel.slope(w)).isCloseTo(difference, within(2e-6 * Math.abs(difference) + 1e-9));
    }
  }

  @Test
  void buckingham_and_lennard_jones_are_their_formulas() {
    double r = 1.9;
    PairTerm buckingham = terms().get(0);
    assertThat(buckingham.repulsion(r * r))
        .isCloseTo(1388.773 * Math.exp(-r / 0.362318841), within(1e-10));
    assertThat(buckingham.dispersion()).isEqualTo(175);
    assertThat(terms().get(1).repulsion(r * r))
        .isCloseTo(135118.2835 / Math.pow(r, 30), within(1e-10));
    assertThat(terms().get(1).dispersion()).isEqualTo(0.13338014);
    assertThat(terms().get(2).repulsion(r * r))
        .isCloseTo(1.7 / Math.pow(r, 12) - 0.4 / Math.pow(r, 9), within(1e-12));
    assertThat(terms().get(2).dispersion()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = EwaldKernel.class,
      names = {"COULOMB", "DISPERSION"})
  void a_table_has_the_values_and_slopes_of_its_function(EwaldKernel kernel) {
    assertTabulated(kernel, 1.0 / 64, 30.25, 5e-14);
  }

  @Test
  void a_table_keeps_a_thirtieth_power() {
    PairTerm term = terms().get(1);
    RadialFunction function =
        new RadialFunction() {
          @Override
          public double value(double x) {
            return term.repulsion(x);
          }

          @Override
          public double slope(double x) {
            return term.repulsionSlope(x);
          }
        };
    assertTabulated(function, 0.25, 100, 5e-13);
  }

  /** From below the tabulated range up to its end, at distances between two particles. */
  private static void assertTabulated(
      RadialFunction function, double lowest, double highest, double tolerance) {
    RadialTable table = new RadialTable(function, lowest, highest);
    Images images = new Images();
    Configuration at = new Configuration(2);
    double edge = 30;
    for (double r = 0.7 * Math.sqrt(lowest); r * r < highest; r *= 1.00173) {
      at.set(
          new double[] {edge, 0, 0, 0, edge, 0, 0, 0, edge},
          new double[] {0, 0, 0, r / edge, 0, 0});
      images.find(at, 0, 1, highest, false);
      assertThat(images.count()).isEqualTo(1);
      double x = images.squared[0];
      double value = table.sum(images, highest, 1, 1);
      assertThat(value).isCloseTo(function.value(x), within(tolerance * function.value(x)));
      assertThat(images.slope[0])
          .isCloseTo(function.slope(x), within(1e-10 * Math.abs(function.slope(x))));
    }
  }

  @Test
  void an_image_at_the_cutoff_does_not_count() {
    RadialTable table = new RadialTable(EwaldKernel.COULOMB, 1.0 / 64, 30.25);
    Images images = new Images();
    Configuration at = new Configuration(2);
    at.set(new double[] {8, 0, 0, 0, 8, 0, 0, 0, 8}, new double[] {0, 0, 0, 0.25, 0, 0});
    images.find(at, 0, 1, 30.25, false);
    assertThat(table.sum(images, 4, 1, 1)).isZero();
    assertThat(table.sum(images, 4.0001, 1, 1)).isPositive();
  }
}
