package org.coesite.calculator.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.simple.RandomSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.coesite.calculator.FailureReason;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.Relaxation.StationaryPoint;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.forcefield.PotentialLibrary;
import org.junit.jupiter.api.Test;

class EmbeddedCalculatorTest {

  private final EmbeddedCalculator calculator = new EmbeddedCalculator(PotentialLibrary.standard());

  private static RelaxationSettings settings(String... stages) {
    return new RelaxationSettings(
        List.of(stages), 0, 1e-3, 0.02, 2000, Duration.ofMinutes(1), false);
  }

  private static Structure quartz() {
    double[][] silicon = {{0.4697, 0, 2 / 3.0}, {0, 0.4697, 1 / 3.0}, {0.5303, 0.5303, 0}};
    double[][] oxygen = {
      {0.4135, 0.2669, 0.78576667},
      {0.7331, 0.1466, 0.45243333},
      {0.8534, 0.5865, 0.1191},
      {0.2669, 0.4135, 0.21423333},
      {0.1466, 0.7331, 0.54756667},
      {0.5865, 0.8534, 0.8809}
    };
    return structure(Lattice.fromParameters(4.916, 4.916, 5.4054, 90, 90, 120), silicon, oxygen);
  }

  private static Structure structure(Lattice lattice, double[][] silicon, double[][] oxygen) {
    List<Site> sites = new ArrayList<>();
    for (double[] f : silicon) {
      sites.add(new Site(Element.SI, new Vector3(f[0], f[1], f[2])));
    }
    for (double[] f : oxygen) {
      sites.add(new Site(Element.O, new Vector3(f[0], f[1], f[2])));
    }
    return new Structure(lattice, sites);
  }

  @Test
  void quartz_relaxes_to_its_minimum() {
    Relaxation relaxation = calculator.relax(quartz(), settings("sio2-slc"));

    assertThat(relaxation)
        .asInstanceOf(InstanceOfAssertFactories.type(Relaxation.Converged.class))
        .satisfies(
            quartz -> {
              assertThat(quartz.energy()).isCloseTo(-386.1133159, within(1e-5));
              assertThat(quartz.minimum()).isEqualTo(StationaryPoint.MINIMUM);
              assertThat(quartz.maxForce()).isLessThan(1e-3);
              assertThat(quartz.pressure()).isCloseTo(0, within(0.02));
              assertThat(quartz.structure().sites())
                  .extracting(Site::element)
                  .isEqualTo(quartz().sites().stream().map(Site::element).toList());
            });
  }

  @Test
  void the_same_start_gives_the_same_result_to_the_last_bit() {
    Structure start = RandomStarts.silica(3, RandomSource.XO_RO_SHI_RO_128_PP.create(7L));

    assertThat(calculator.relax(start, settings("sio2-bks-rep-c6", "sio2-slc")))
        .isEqualTo(calculator.relax(start, settings("sio2-bks-rep-c6", "sio2-slc")));
  }

  @Test
  void pressure_makes_quartz_denser() {
    RelaxationSettings settings =
        new RelaxationSettings(
            List.of("sio2-slc"), 5, 1e-3, 0.02, 2000, Duration.ofMinutes(1), false);

    assertThat(calculator.relax(quartz(), settings))
        .asInstanceOf(InstanceOfAssertFactories.type(Relaxation.Converged.class))
        .satisfies(
            quartz -> {
              double volume = quartz.structure().lattice().volume();
              assertThat(volume).isLessThan(105);
              assertThat(quartz.pressure()).isCloseTo(5, within(0.02));
              assertThat(quartz.enthalpy() - quartz.energy())
                  .isCloseTo(5 * volume / 160.2176634, within(1e-9));
            });
  }

  @Test
  void a_bound_on_steps_ends_it_with_number_and_limit() {
    RelaxationSettings settings =
        new RelaxationSettings(List.of("sio2-slc"), 0, 1e-3, 0.02, 3, Duration.ofMinutes(1), false);

    assertThat(calculator.relax(quartz(), settings))
        .asInstanceOf(InstanceOfAssertFactories.type(Relaxation.NotConverged.class))
        .satisfies(
            relaxation -> {
              assertThat(relaxation.reason()).isEqualTo("3 steps, limit 3");
              assertThat(relaxation.steps()).hasSize(4);
            });
  }

  @Test
  void atoms_on_top_of_each_other_are_refused_with_their_distance() {
    double[][] silicon = {{0, 0, 0}};
    double[][] oxygen = {{0.5, 0.5, 0.5}, {0.5, 0.5, 0.51}};
    Structure start = structure(Lattice.fromParameters(4, 4, 4, 90, 90, 90), silicon, oxygen);

    assertThat(calculator.relax(start, settings("sio2-bks")))
        .asInstanceOf(InstanceOfAssertFactories.type(Relaxation.Failed.class))
        .satisfies(
            failed -> {
              assertThat(failed.reason()).isEqualTo(FailureReason.COLLAPSED);
              assertThat(failed.message()).contains("O 2 and O 3 are 0.040 Å apart, limit 0.660 Å");
            });
  }

  @Test
  void an_element_that_the_potential_lacks_is_named() {
    Structure periclase =
        new Structure(
            Lattice.fromParameters(2.98, 2.98, 2.98, 60, 60, 60),
            List.of(
                new Site(Element.MG, Vector3.ZERO),
                new Site(Element.O, new Vector3(0.5, 0.5, 0.5))));

    assertThatThrownBy(() -> calculator.relax(periclase, settings("sio2-slc")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sio2-slc")
        .hasMessageContaining("Mg");
  }

  @Test
  void a_cell_with_a_charge_is_refused_with_the_number() {
    Structure start =
        structure(
            Lattice.fromParameters(3, 3, 3, 90, 90, 90),
            new double[][] {{0, 0, 0}},
            new double[][] {{0.5, 0.5, 0.5}});

    assertThatThrownBy(() -> calculator.relax(start, settings("sio2-slc")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("charge +2 e with potential sio2-slc, limit 0");
  }
}
