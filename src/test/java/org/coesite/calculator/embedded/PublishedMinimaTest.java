package org.coesite.calculator.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.coesite.calculator.Relaxation;
import org.coesite.calculator.RelaxationSettings;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.crystal.Vector3;
import org.coesite.forcefield.GulpCase;
import org.coesite.forcefield.PotentialLibrary;
import org.junit.jupiter.api.Test;

/** Published minima of oxides, to the last digit that was printed. */
class PublishedMinimaTest {

  private final EmbeddedCalculator calculator = new EmbeddedCalculator(PotentialLibrary.standard());

  private Relaxation.Converged relax(Structure start, String potential, double gigapascal) {
    RelaxationSettings settings =
        new RelaxationSettings(
            List.of(potential), gigapascal, 1e-5, 1e-4, 1000, Duration.ofMinutes(1), false);
    Relaxation relaxation = calculator.relax(start, settings);
    assertThat(relaxation).isInstanceOf(Relaxation.Converged.class);
    return (Relaxation.Converged) relaxation;
  }

  private static void add(List<Site> sites, Element element, double... coordinates) {
    for (int i = 0; i < coordinates.length; i += 3) {
      sites.add(
          new Site(element, new Vector3(coordinates[i], coordinates[i + 1], coordinates[i + 2])));
    }
  }

  /** Lonie and Zurek, Comput. Phys. Commun. 182, 372 (2011), section 4.2. */
  @Test
  void sixteen_units_of_rutile_have_the_published_energy() {
    List<Site> sites = new ArrayList<>();
    double u = 0.305;
    add(sites, Element.TI, 0, 0, 0, 0.5, 0.5, 0.5);
    add(sites, Element.O, u, u, 0, -u, -u, 0, 0.5 + u, 0.5 - u, 0.5, 0.5 - u, 0.5 + u, 0.5);
    Structure rutile =
        new Structure(Lattice.fromParameters(4.594, 4.594, 2.959, 90, 90, 90), sites);

    Relaxation.Converged relaxed = relax(rutile, "tio2-matsui", 0);

    assertThat(relaxed.energy() * 16 / 2).isCloseTo(-636.806, within(5e-4));
    assertThat(relaxed.structure().lattice().lengths())
        .containsExactly(new double[] {4.49296, 4.49296, 3.00862}, within(1e-4));
  }

  @Test
  void anatase_lies_above_rutile_by_the_known_amount() {
    List<Site> sites = new ArrayList<>();
    double z = 0.208;
    add(sites, Element.TI, 0, 0, 0, 0, 0.5, 0.25, 0.5, 0.5, 0.5, 0.5, 0, 0.75);
    add(sites, Element.O, 0, 0, z, 0, 0, -z, 0, 0.5, 0.25 + z, 0, 0.5, 0.25 - z);
    add(sites, Element.O, 0.5, 0.5, 0.5 + z, 0.5, 0.5, 0.5 - z, 0.5, 0, 0.75 + z, 0.5, 0, 0.75 - z);
    Structure anatase =
        new Structure(Lattice.fromParameters(3.785, 3.785, 9.514, 90, 90, 90), sites);

    assertThat(relax(anatase, "tio2-matsui", 0).energy() / 4).isCloseTo(-39.49608, within(5e-6));
  }

  /** Lonie and Zurek, Comput. Phys. Commun. 182, 372 (2011), section 4.3. */
  @Test
  void ten_units_of_perovskite_have_the_published_energy() {
    List<Site> sites = new ArrayList<>();
    add(sites, Element.SR, 0, 0, 0);
    add(sites, Element.TI, 0.5, 0.5, 0.5);
    add(sites, Element.O, 0.5, 0.5, 0, 0.5, 0, 0.5, 0, 0.5, 0.5);
    Structure perovskite =
        new Structure(Lattice.fromParameters(3.905, 3.905, 3.905, 90, 90, 90), sites);

    Relaxation.Converged relaxed = relax(perovskite, "srtio3", 0);

    assertThat(10 * relaxed.energy()).isCloseTo(-1500.312, within(5e-4));
    assertThat(relaxed.structure().lattice().lengths()[0]).isCloseTo(3.91471, within(1e-5));
  }

  @Test
  void spinel_has_the_known_energies_with_and_without_pressure() {
    Structure spinel =
        GulpMinimaTest.start(
            GulpCase.all().stream()
                .filter(c -> c.name().equals("mgal2o4_spinel__bush"))
                .findFirst()
                .orElseThrow());

    Relaxation.Converged free = relax(spinel, "mgalo-formal", 0);
    Relaxation.Converged squeezed = relax(spinel, "mgalo-formal", 100);

    assertThat(free.energy() / 14).isCloseTo(-28.44204, within(5e-6));
    assertThat(Math.cbrt(4 * free.structure().lattice().volume())).isCloseTo(8.206, within(5e-4));
    assertThat(squeezed.enthalpy() / 14).isCloseTo(-23.05433, within(5e-6));
  }

  /**
   * The winner of MAGUS example 03-4, started from the coordinates of CaFe2O4 (Decker and Kasper,
   * Acta Crystallogr. 10, 332 (1957), doi 10.1107/S0365110X57001090).
   */
  @Test
  void calcium_ferrite_type_at_100_gigapascal_has_the_published_enthalpy() {
    List<Site> sites = new ArrayList<>();
    addOrbit(sites, Element.MG, 0.243, 0.346);
    addOrbit(sites, Element.AL, 0.067, 0.612);
    addOrbit(sites, Element.AL, 0.420, 0.106);
    addOrbit(sites, Element.O, 0.294, 0.661);
    addOrbit(sites, Element.O, 0.383, 0.977);
    addOrbit(sites, Element.O, 0.474, 0.218);
    addOrbit(sites, Element.O, 0.081, 0.927);
    Structure start = new Structure(Lattice.fromParameters(8, 2.7, 9.3, 90, 90, 90), sites);

    Relaxation.Converged relaxed = relax(start, "mgalo-formal", 100);

    assertThat(relaxed.enthalpy() / 28).isCloseTo(-23.395043, within(1.5e-6));
    assertThat(relaxed.structure().lattice().lengths())
        .containsExactly(new double[] {8.002181, 2.688367, 9.346157}, within(2e-5));
  }

  /** The four points of Wyckoff position 4c of Pnma. */
  private static void addOrbit(List<Site> sites, Element element, double x, double z) {
    add(sites, element, x, 0.25, z, 0.5 - x, 0.75, z + 0.5, -x, 0.75, -z, x + 0.5, 0.25, 0.5 - z);
  }
}
