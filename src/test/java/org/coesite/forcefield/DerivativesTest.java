package org.coesite.forcefield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.coesite.crystal.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Analytic derivatives of every potential against central differences in skewed random cells. */
class DerivativesTest {

  private static final PotentialLibrary LIBRARY = PotentialLibrary.standard();
  private static final double STEP = 2e-5;

  static List<String> names() {
    return LIBRARY.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_gradient_is_the_difference_quotient_of_the_energy(String name) {
    RandomCell cell = RandomCell.of(LIBRARY.potential(name), 17);
    Derivatives at = cell.evaluate(cell.lattice, cell.fractional);
    double[] analytic = at.gradient().clone();
    for (int i = 0; i < analytic.length; i++) {
      double difference = (cell.moved(i, STEP) - cell.moved(i, -STEP)) / (2 * STEP);
      assertThat(analytic[i]).isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_strain_derivative_is_the_difference_quotient_of_the_energy(String name) {
    RandomCell cell = RandomCell.of(LIBRARY.potential(name), 18);
    double[] analytic = cell.evaluate(cell.lattice, cell.fractional).strain().clone();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double difference = (cell.strained(i, j, STEP) - cell.strained(i, j, -STEP)) / (2 * STEP);
        assertThat(analytic[3 * i + j])
            .isCloseTo(difference, within(1e-6 * (1 + Math.abs(difference))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_gradients_of_all_particles_add_up_to_nothing(String name) {
    RandomCell cell = RandomCell.of(LIBRARY.potential(name), 19);
    double[] gradient = cell.evaluate(cell.lattice, cell.fractional).gradient();
    for (int k = 0; k < 3; k++) {
      double sum = 0;
      for (int i = k; i < gradient.length; i += 3) {
        sum += gradient[i];
      }
      assertThat(sum).isCloseTo(0, within(1e-9));
    }
  }

  /** A few atoms of each element of a potential, in a skewed cell, shells off their cores. */
  private record RandomCell(ForceField field, double[] lattice, double[] fractional) {

    static RandomCell of(Potential potential, long seed) {
      UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
      double[] lattice = {5.9, 0.3, -0.4, 2.6, 5.1, 0.2, -2.9, 1.7, 4.6};
      List<Element> atoms = new ArrayList<>();
      for (Element element : potential.elements()) {
        atoms.add(element);
        atoms.add(element);
      }
      ForceField field = ForceField.of(potential, atoms);
      double[] fractional = new double[3 * field.particles()];
      for (int i = 0; i < field.atoms(); i++) {
        // On a coarse grid, displaced, so that no two atoms come too near.
        for (int k = 0; k < 3; k++) {
          double grid = 0.5 * (i >> k & 1);
          fractional[3 * i + k] = grid + 0.12 * random.nextDouble(-1, 1);
        }
      }
      for (int i = 3 * field.atoms(); i < fractional.length; i++) {
        int core = field.coreOf(i / 3);
        fractional[i] = fractional[3 * core + i % 3] + 0.02 * random.nextDouble(-1, 1);
      }
      return new RandomCell(field, lattice, fractional);
    }

    Derivatives evaluate(double[] cell, double[] positions) {
      Derivatives result = new Derivatives(field.particles());
      field.evaluate(cell, positions, result);
      return result;
    }

    /** Energy with one Cartesian coordinate moved. */
    double moved(int coordinate, double step) {
      double[] moved = fractional.clone();
      double[] inverse = inverse(lattice);
      for (int k = 0; k < 3; k++) {
        moved[coordinate / 3 * 3 + k] += step * inverse[3 * (coordinate % 3) + k];
      }
      return evaluate(lattice, moved).energy();
    }

    /** Energy in the cell under the symmetric strain with ε_ij + ε_ji = 2 step. */
    double strained(int i, int j, double step) {
      double[] strained = lattice.clone();
      for (int row = 0; row < 3; row++) {
        strained[3 * row + i] += 0.5 * step * lattice[3 * row + j];
        strained[3 * row + j] += 0.5 * step * lattice[3 * row + i];
      }
      return evaluate(strained, fractional).energy();
    }

    private static double[] inverse(double[] m) {
      double[] inverse = new double[9];
      double determinant = 0;
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          int a = 3 * ((j + 1) % 3);
          int b = 3 * ((j + 2) % 3);
          inverse[3 * i + j] =
              m[a + (i + 1) % 3] * m[b + (i + 2) % 3] - m[a + (i + 2) % 3] * m[b + (i + 1) % 3];
        }
      }
      for (int k = 0; k < 3; k++) {
        determinant += m[k] * inverse[3 * k];
      }
      for (int i = 0; i < 9; i++) {
        inverse[i] /= determinant;
      }
      return inverse;
    }
  }
}
