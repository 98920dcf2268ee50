package org.coesite.forcefield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.coesite.crystal.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ewald sums against known lattice sums and against plain sums. */
class LatticeSumTest {

  private static final double[] CUBIC = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  /** Sodium and chlorine with charges ±1 and, between sodium ions, a dispersion of C = 1 eV Å⁶. */
  private static Potential sodiumChloride(double dispersion, DispersionSum sum, double cutoff) {
    TreeMap<Element, Ion> ions = new TreeMap<>();
    double charge = dispersion == 0 ? 1 : 0;
    ions.put(Element.NA, new Ion(charge, Optional.empty()));
    ions.put(Element.CL, new Ion(-charge, Optional.empty()));
    ParticleType sodium = ParticleType.core(Element.NA);
    List<PairTerm> terms = List.of(new Buckingham(sodium, sodium, 0, 1, dispersion, cutoff));
    return new Potential("test", "test", "none", ions, terms, List.of(), sum, List.of());
  }

  private static Derivatives evaluate(
      Potential potential, List<Element> atoms, double edge, double... fractional) {
    double[] lattice = new double[9];
    for (int i = 0; i < 9; i++) {
      lattice[i] = edge * CUBIC[i];
    }
    Derivatives result = new Derivatives(atoms.size());
    ForceField.of(potential, atoms).evaluate(lattice, fractional, result);
    return result;
  }

  @Test
  void rock_salt_has_its_madelung_constant() {
    double edge = 5.6;
    Element na = Element.NA;
    Element cl = Element.CL;
    Derivatives result =
        evaluate(
            sodiumChloride(0, DispersionSum.TRUNCATED, 1),
            List.of(na, na, na, na, cl, cl, cl, cl),
            edge,
            0,
            0,
            0,
            0,
            0.5,
            0.5,
            0.5,
            0,
            0.5,
            0.5,
            0.5,
            0, //
            0.5,
            0,
            0,
            0,
            0.5,
            0,
            0,
            0,
            0.5,
            0.5,
            0.5,
            0.5);
    double madelung = -result.energy() / 4 * (edge / 2) / ForceField.COULOMB;
    assertThat(madelung).isCloseTo(1.7475645946331822, within(1e-12));
  }

  @Test
  void caesium_chloride_has_its_madelung_constant() {
    double edge = 4.1;
    Derivatives result =
        evaluate(
            sodiumChloride(0, DispersionSum.TRUNCATED, 1),
            List.of(Element.NA, Element.CL),
            edge,
            0,
            0,
            0,
            0.5,
            0.5,
            0.5);
    double madelung = -result.energy() * (edge * Math.sqrt(3) / 2) / ForceField.COULOMB;
    assertThat(madelung).isCloseTo(1.7626747730709883, within(1e-12));
  }

  @Test
  void the_trace_of_the_strain_derivative_of_coulomb_energy_is_minus_the_energy() {
    Derivatives result =
        evaluate(
            sodiumChloride(0, DispersionSum.TRUNCATED, 1),
            List.of(Element.NA, Element.CL),
            4.1,
            0,
            0,
            0,
            0.37,
            0.41,
            0.29);
    double[] strain = result.strain();
    assertThat(strain[0] + strain[4] + strain[8]).isCloseTo(-result.energy(), within(1e-11));
  }

  /** Lattice sums of r⁻⁶: J.E. Lennard-Jones and A.E. Ingham, doi 10.1098/rspa.1925.0047. */
  @Test
  void the_dispersion_of_a_simple_cubic_crystal_is_the_known_lattice_sum() {
    double edge = 3.2;
    Derivatives result =
        evaluate(
            sodiumChloride(1, DispersionSum.EWALD, 5), List.of(Element.NA), edge, 0.3, 0.1, 0.2);
    assertThat(-2 * result.energy() * Math.pow(edge, 6)).isCloseTo(8.401923975, within(1e-8));
  }

  @Test
  void the_ewald_sum_of_dispersion_is_the_limit_of_the_truncated_sum() {
    List<Element> atoms = List.of(Element.NA, Element.NA, Element.NA);
    double[] fractional = {0, 0, 0, 0.4, 0.7, 0.3, 0.9, 0.2, 0.6};
    double edge = 6;
    double cutoff = 60;
    double ewald =
        evaluate(sodiumChloride(1, DispersionSum.EWALD, 5), atoms, edge, fractional).energy();
    double truncated =
        evaluate(sodiumChloride(1, DispersionSum.TRUNCATED, cutoff), atoms, edge, fractional)
            .energy();
    double tail = -0.5 * 9 / Math.pow(edge, 3) * 4 * Math.PI / (3 * Math.pow(cutoff, 3));
    assertThat(truncated + tail).isCloseTo(ewald, within(5e-9));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.45, 0.7, 1.1})
  void the_energy_does_not_depend_on_where_the_sums_are_split(double alpha) {
    PotentialLibrary library = PotentialLibrary.standard();
    for (String name : List.of("quartz_alpha__slc_c6", "mgal2o4_spinel_broken__bush")) {
      GulpCase recorded =
          GulpCase.all().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
      ForceField field = ForceField.of(library.potential(recorded.potential()), recorded.atoms());
      double[] lattice = recorded.start().lattice();
      double[] fractional = recorded.start().fractional();
      Derivatives balanced = new Derivatives(field.particles());
      Derivatives other = new Derivatives(field.particles());
      field.evaluate(lattice, fractional, balanced);
      field.evaluate(lattice, fractional, alpha, other);
      assertThat(other.energy()).isCloseTo(balanced.energy(), within(2e-10));
      assertThat(other.gradient()).containsExactly(balanced.gradient(), within(2e-9));
      assertThat(other.strain()).containsExactly(balanced.strain(), within(2e-9));
    }
  }
}
