package org.coesite.forcefield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.coesite.crystal.Element;
import org.junit.jupiter.api.Test;

/** The angle term on single molecules without charges in a wide cell. */
class ThreeBodyTest {

  private static final double EDGE = 20;
  private static final double K = 2.09724;

  private static double energy(double firstLength, double secondLength, double degrees) {
    return evaluate(firstLength, secondLength, degrees).energy();
  }

  private static Derivatives evaluate(double firstLength, double secondLength, double degrees) {
    TreeMap<Element, Ion> ions = new TreeMap<>();
    ions.put(Element.SI, new Ion(0, Optional.empty()));
    ions.put(Element.O, new Ion(0, Optional.empty()));
    ParticleType o = ParticleType.core(Element.O);
    ThreeBody term = new ThreeBody(ParticleType.core(Element.SI), o, o, K, 109.47, 1.9, 1.9, 3.5);
    Potential potential =
        new Potential(
            "test",
            "test",
            "none",
            ions,
            List.of(),
            List.of(term),
            DispersionSum.TRUNCATED,
            List.of());
    double angle = Math.toRadians(degrees);
    double[] fractional = {
      0,
      0,
      0,
      firstLength / EDGE,
      0,
      0, //
      secondLength * Math.cos(angle) / EDGE,
      secondLength * Math.sin(angle) / EDGE,
      0
    };
    Derivatives result = new Derivatives(3);
    ForceField.of(potential, List.of(Element.SI, Element.O, Element.O))
        .evaluate(new double[] {EDGE, 0, 0, 0, EDGE, 0, 0, 0, EDGE}, fractional, result);
    return result;
  }

  @Test
  void the_energy_is_harmonic_in_the_angle() {
    double deviation = Math.toRadians(100 - 109.47);
    assertThat(energy(1.6, 1.7, 100)).isCloseTo(0.5 * K * deviation * deviation, within(1e-12));
    assertThat(energy(1.6, 1.7, 109.47)).isCloseTo(0, within(1e-12));
  }

  @Test
  void an_end_beyond_its_reach_does_not_count() {
    assertThat(energy(1.6, 1.8999, 100)).isPositive();
    assertThat(energy(1.6, 1.9001, 100)).isZero();
  }

  @Test
  void ends_beyond_the_span_do_not_count() {
    assertThat(energy(1.8, 1.8, 150)).isPositive();
    assertThat(energy(1.8, 1.8, 155)).isZero();
  }

  @Test
  void a_straight_angle_has_an_energy_and_no_force() {
    Derivatives result = evaluate(1.7, 1.7, 180);
    double deviation = Math.toRadians(180 - 109.47);
    assertThat(result.energy()).isCloseTo(0.5 * K * deviation * deviation, within(1e-9));
    assertThat(result.gradient()).containsOnly(0);
  }
}
