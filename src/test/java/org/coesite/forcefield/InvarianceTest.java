package org.coesite.forcefield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.coesite.crystal.Element;
import org.junit.jupiter.api.Test;

/** What must not change the energy, shown on displaced quartz with shells and angles. */
class InvarianceTest {

  private static final GulpCase QUARTZ =
      GulpCase.all().stream()
          .filter(c -> c.name().equals("quartz_beta_broken__slc"))
          .findFirst()
          .orElseThrow();
  private static final Potential POTENTIAL = PotentialLibrary.standard().potential("sio2-slc-c6");
  private static final ForceField FIELD = ForceField.of(POTENTIAL, QUARTZ.atoms());
  private static final double[] LATTICE = QUARTZ.start().lattice();
  private static final double[] FRACTIONAL = shellsApart(QUARTZ.start().fractional());
  private static final Derivatives REFERENCE = evaluate(FIELD, LATTICE, FRACTIONAL);

  private static double[] shellsApart(double[] fractional) {
    for (int i = 27; i < fractional.length; i++) {
      fractional[i] += 0.01 * Math.sin(i);
    }
    return fractional;
  }

  private static Derivatives evaluate(ForceField field, double[] lattice, double[] fractional) {
    Derivatives result = new Derivatives(field.particles());
    field.evaluate(lattice, fractional, result);
    return result;
  }

  @Property(tries = 30)
  void a_shift_of_the_origin_changes_neither_energy_nor_gradient(
      @ForAll @DoubleRange(min = -3, max = 3) double x,
      @ForAll @DoubleRange(min = -3, max = 3) double y,
      @ForAll @DoubleRange(min = -3, max = 3) double z) {
    double[] shift = {x, y, z};
    double[] shifted = FRACTIONAL.clone();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] += shift[i % 3];
    }
    Derivatives result = evaluate(FIELD, LATTICE, shifted);
    assertThat(result.energy()).isCloseTo(REFERENCE.energy(), within(1e-9));
    assertThat(result.gradient()).containsExactly(REFERENCE.gradient(), within(1e-8));
  }

  @Property(tries = 30)
  void a_rotation_of_the_crystal_turns_the_gradient_and_keeps_the_energy(
      @ForAll @DoubleRange(min = -3, max = 3) double angle,
      @ForAll @IntRange(min = 0, max = 2) int axis) {
    double[] turned = turn(LATTICE, angle, axis);
    Derivatives result = evaluate(FIELD, turned, FRACTIONAL);
    assertThat(result.energy()).isCloseTo(REFERENCE.energy(), within(1e-9));
    assertThat(result.gradient())
        .containsExactly(turn(REFERENCE.gradient(), angle, axis), within(1e-8));
  }

  @Property(tries = 30)
  void another_choice_of_the_cell_keeps_energy_gradient_and_strain_derivative(
      @ForAll @IntRange(min = -2, max = 2) int m,
      @ForAll @IntRange(min = -2, max = 2) int n,
      @ForAll @IntRange(min = 0, max = 2) int row) {
    int first = (row + 1) % 3;
    int second = (row + 2) % 3;
    double[] lattice = LATTICE.clone();
    double[] fractional = FRACTIONAL.clone();
    for (int k = 0; k < 3; k++) {
      lattice[3 * row + k] += m * LATTICE[3 * first + k] + n * LATTICE[3 * second + k];
    }
    for (int i = 0; i < fractional.length; i += 3) {
      fractional[i + first] -= m * FRACTIONAL[i + row];
      fractional[i + second] -= n * FRACTIONAL[i + row];
    }
    Derivatives result = evaluate(FIELD, lattice, fractional);
    assertThat(result.energy()).isCloseTo(REFERENCE.energy(), within(1e-9));
    assertThat(result.gradient()).containsExactly(REFERENCE.gradient(), within(1e-8));
    assertThat(result.strain()).containsExactly(REFERENCE.strain(), within(1e-8));
  }

  @Property(tries = 6)
  void a_supercell_has_the_energy_of_its_cells(
      @ForAll @IntRange(min = 2, max = 3) int times, @ForAll @IntRange(min = 0, max = 2) int axis) {
    double[] lattice = LATTICE.clone();
    for (int k = 0; k < 3; k++) {
      lattice[3 * axis + k] *= times;
    }
    List<Element> atoms = new ArrayList<>();
    int particles = FIELD.particles();
    int shells = particles - FIELD.atoms();
    double[] fractional = new double[3 * particles * times];
    for (int copy = 0; copy < times; copy++) {
      atoms.addAll(QUARTZ.atoms());
      for (int i = 0; i < particles; i++) {
        boolean core = i < FIELD.atoms();
        int target =
            core
                ? copy * FIELD.atoms() + i
                : times * FIELD.atoms() + copy * shells + i - FIELD.atoms();
        for (int k = 0; k < 3; k++) {
          double f = FRACTIONAL[3 * i + k];
          fractional[3 * target + k] = k == axis ? (f + copy) / times : f;
        }
      }
    }
    double energy = evaluate(ForceField.of(POTENTIAL, atoms), lattice, fractional).energy();
    assertThat(energy / times).isCloseTo(REFERENCE.energy(), within(1e-9));
  }

  @Test
  void an_evaluation_leaves_no_trace_in_the_next() {
    double[] strained = LATTICE.clone();
    strained[0] *= 1.7;
    strained[8] *= 0.6;
    ForceField used = ForceField.of(POTENTIAL, QUARTZ.atoms());
    evaluate(used, strained, FRACTIONAL);
    Derivatives result = evaluate(used, LATTICE, FRACTIONAL);
    assertThat(result.energy()).isEqualTo(REFERENCE.energy());
    assertThat(result.gradient()).containsExactly(REFERENCE.gradient());
    assertThat(result.strain()).containsExactly(REFERENCE.strain());
  }

  @Test
  void a_very_flat_cell_has_the_energy_of_the_reduced_one() {
    double[] lattice = LATTICE.clone();
    double[] fractional = FRACTIONAL.clone();
    for (int k = 0; k < 3; k++) {
      lattice[6 + k] += 9 * LATTICE[k] - 11 * LATTICE[3 + k];
    }
    for (int i = 0; i < fractional.length; i += 3) {
      fractional[i] -= 9 * FRACTIONAL[i + 2];
      fractional[i + 1] += 11 * FRACTIONAL[i + 2];
    }
    assertThat(evaluate(FIELD, lattice, fractional).energy())
        .isCloseTo(REFERENCE.energy(), within(1e-9));
  }

  @Test
  void a_cell_without_room_for_its_atoms_has_no_energy() {
    double[] lattice = LATTICE.clone();
    for (int i = 0; i < 9; i++) {
      lattice[i] *= 0.3;
    }
    Derivatives result = evaluate(FIELD, lattice, FRACTIONAL);
    assertThat(result.energy()).isNaN();
    assertThat(result.gradient()).containsOnly(Double.NaN);
  }

  @Test
  void coordinates_that_are_not_finite_give_no_energy() {
    double[] fractional = FRACTIONAL.clone();
    fractional[4] = Double.NaN;
    assertThat(evaluate(FIELD, LATTICE, fractional).energy()).isNaN();
    fractional[4] = Double.POSITIVE_INFINITY;
    assertThat(evaluate(FIELD, LATTICE, fractional).energy()).isNaN();
  }

  @Test
  void atoms_at_one_place_have_no_finite_energy() {
    double[] fractional = FRACTIONAL.clone();
    System.arraycopy(fractional, 0, fractional, 3, 3);
    assertThat(evaluate(FIELD, LATTICE, fractional).energy()).isNotFinite();
  }

  private static double[] turn(double[] vectors, double angle, int axis) {
    double[] turned = vectors.clone();
    int p = (axis + 1) % 3;
    int q = (axis + 2) % 3;
    for (int i = 0; i < vectors.length; i += 3) {
      turned[i + p] = Math.cos(angle) * vectors[i + p] - Math.sin(angle) * vectors[i + q];
      turned[i + q] = Math.sin(angle) * vectors[i + p] + Math.cos(angle) * vectors[i + q];
    }
    return turned;
  }
}
