package org.coesite.forcefield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.coesite.crystal.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Single points against GULP and against published energies. */
class GulpAgreementTest {

  /** Half of the last digit that GULP prints, and what rounded coordinates add to it. */
  private static final double PRINTED = 5e-8;

  private static final PotentialLibrary LIBRARY = PotentialLibrary.standard();

  static List<GulpCase> cases() {
    return GulpCase.all();
  }

  static List<GulpCase> casesWithAnEnd() {
    return cases().stream().filter(c -> c.end() != null).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_energy_of_the_start_is_that_of_gulp(GulpCase recorded) {
    assertThat(energy(recorded, recorded.start()))
        .isCloseTo(recorded.initialEnergy(), within(PRINTED));
  }

  @ParameterizedTest
  @MethodSource("casesWithAnEnd")
  void the_energy_of_the_relaxed_structure_is_that_of_gulp(GulpCase recorded) {
    assertThat(energy(recorded, recorded.end())).isCloseTo(recorded.finalEnergy(), within(PRINTED));
  }

  private static double energy(GulpCase recorded, GulpCase.Geometry geometry) {
    ForceField field = ForceField.of(LIBRARY.potential(recorded.potential()), recorded.atoms());
    return energy(field, geometry.lattice(), geometry.fractional());
  }

  private static double energy(ForceField field, double[] lattice, double[] fractional) {
    Derivatives result = new Derivatives(field.particles());
    field.evaluate(lattice, fractional, result);
    return result.energy();
  }

  @Test
  void rutile_of_sixteen_formula_units_has_the_published_energy() {
    double a = 4.49296;
    double c = 3.00862;
    double u = 0.303285;
    Element o = Element.O;
    ForceField field =
        ForceField.of(
            LIBRARY.potential("tio2-matsui"), List.of(Element.TI, Element.TI, o, o, o, o));
    double[] lattice = {a, 0, 0, 0, a, 0, 0, 0, c};
    double[] fractional = {
      0, 0, 0, 0.5, 0.5, 0.5, u, u, 0, -u, -u, 0, 0.5 + u, 0.5 - u, 0.5, 0.5 - u, 0.5 + u, 0.5
    };
    assertThat(8 * energy(field, lattice, fractional)).isCloseTo(-636.8057, within(5e-5));
  }

  @Test
  void strontium_titanate_of_ten_formula_units_has_the_published_energy() {
    double a = 3.91471;
    Element o = Element.O;
    ForceField field =
        ForceField.of(LIBRARY.potential("srtio3"), List.of(Element.SR, Element.TI, o, o, o));
    double[] lattice = {a, 0, 0, 0, a, 0, 0, 0, a};
    double[] fractional = {0, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0, 0.5, 0, 0.5, 0, 0.5, 0.5};
    assertThat(10 * energy(field, lattice, fractional)).isCloseTo(-1500.3121, within(5e-5));
  }
}
