package org.coesite.calculator.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.coesite.calculator.FailureReason;
import org.coesite.crystal.Element;
import org.coesite.crystal.Lattice;
import org.coesite.crystal.Site;
import org.coesite.crystal.Structure;
import org.coesite.forcefield.ForceField;
import org.coesite.forcefield.Potential;
import org.coesite.forcefield.PotentialLibrary;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class CrystalSurfaceTest {

  private static final double[] NO_SHELL_SPRINGS = new double[9];

  private final UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(5L);
  private final Structure start = RandomStarts.silica(3, random);

  private CrystalSurface surface(String potential, Structure structure, double pressure) {
    Potential p = PotentialLibrary.standard().potential(potential);
    List<Element> atoms = structure.sites().stream().map(Site::element).toList();
    return new CrystalSurface(ForceField.of(p, atoms), structure, pressure);
  }

  /** Away from the start, in a deformed cell. */
  private double[] somewhere(CrystalSurface surface) {
    double[] x = surface.start();
    for (int i = 0; i < x.length; i++) {
      x[i] += random.nextDouble(-1, 1) * (i < CrystalSurface.CELL ? 0.05 : 0.03);
    }
    return x;
  }

  @Test
  void the_gradient_is_the_derivative_of_the_enthalpy() {
    CrystalSurface surface = surface("sio2-slc-c6", start, 0.05);
    double[] x = somewhere(surface);
    double[] gradient = surface.at(x).gradient();

    for (int i = 0; i < x.length; i++) {
      double[] axis = new double[x.length];
      axis[i] = 1;
      double h = 1e-4;
      double difference =
          surface.at(Vectors.along(x, h, axis)).value()
              - surface.at(Vectors.along(x, -h, axis)).value();
      assertThat(gradient[i]).as("variable %d", i).isCloseTo(difference / (2 * h), within(2e-3));
    }
  }

  @Test
  void at_the_start_it_is_the_crystal_that_it_was_made_from() {
    CrystalSurface surface = surface("sio2-slc", start, 0);

    Structure same = surface.structure(surface.start());

    assertThat(same.lattice()).isEqualTo(start.lattice());
    for (int i = 0; i < start.size(); i++) {
      double distance = same.cartesian(i).minus(start.cartesian(i)).length();
      assertThat(distance).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void shorter_lattice_vectors_change_neither_energy_nor_gradient() {
    Lattice skewed = start.lattice().transformed(new int[][] {{1, 0, 0}, {2, 1, 0}, {0, 3, 1}});
    Structure same =
        new Structure(
            skewed, start.sites().stream().map(s -> site(s, start.lattice(), skewed)).toList());
    CrystalSurface surface = surface("sio2-bks-rep-c6", same, 0.01);
    double[] x = somewhere(surface);
    Point before = surface.at(x);

    surface.straighten(x);
    Point after = surface.at(x);

    assertThat(surface.lattice(x).lengths()[2]).isLessThan(skewed.c().length() / 1.5);
    assertThat(after.value()).isCloseTo(before.value(), within(1e-8));
    assertThat(after.gradient()).containsExactly(before.gradient(), within(1e-7));
  }

  private static Site site(Site site, Lattice from, Lattice to) {
    return new Site(site.element(), to.toFractional(from.toCartesian(site.fractional())));
  }

  @Test
  void a_shell_far_from_its_core_breaks_the_bounds() {
    CrystalSurface surface = surface("sio2-slc", start, 0);
    double[] x = surface.start();
    x[x.length - 1] += 0.9;

    assertThat(surface.at(x).isFinite()).isFalse();
    assertThat(surface.violation(x))
        .hasValueSatisfying(
            v -> {
              assertThat(v.reason()).isEqualTo(FailureReason.SHELL_LOST);
              assertThat(v.message())
                  .isEqualTo("shell of O 9 is 0.90 Å away from its core, limit 0.80 Å");
            });
  }

  @Test
  void a_cell_that_shrinks_or_grows_too_far_breaks_the_bounds() {
    CrystalSurface surface = surface("sio2-bks", start, 0);
    double[] small = surface.start();
    double[] large = surface.start();
    for (int i = 0; i < 3; i++) {
      small[i] = -0.55;
      large[i] = 1.5;
    }

    assertThat(surface.violation(small))
        .hasValueSatisfying(v -> assertThat(v.reason()).isEqualTo(FailureReason.COLLAPSED));
    assertThat(surface.violation(large))
        .hasValueSatisfying(v -> assertThat(v.reason()).isEqualTo(FailureReason.EXPLODED));
  }

  @Test
  void a_flat_cell_breaks_the_bounds() {
    Lattice cube = Lattice.fromParameters(5, 5, 5, 90, 90, 90);
    CrystalSurface surface = surface("sio2-bks", start.with(cube), 0);
    double[] flat = surface.start();
    flat[0] = 1.9;
    flat[1] = 0.9;
    flat[2] = -0.9;

    assertThat(surface.violation(flat))
        .hasValueSatisfying(v -> assertThat(v.reason()).isEqualTo(FailureReason.BAD_CELL));
  }

  @Test
  void the_springs_hold_a_crystal_in_place_only_by_their_anchor() {
    CrystalSurface surface = surface("sio2-bks", start, 0);
    Preconditioner springs = new SpringModel(surface, NO_SHELL_SPRINGS).at(somewhere(surface));
    double[] translation = new double[CrystalSurface.CELL + 27];
    for (int i = CrystalSurface.CELL; i < translation.length; i += 3) {
      translation[i] = 1;
    }

    assertThat(springs.multiply(translation)).containsExactly(translation, within(1e-9));
  }

  @Test
  void the_lowest_mode_has_the_sign_of_the_whole_hessian() {
    CrystalSurface surface = surface("sio2-bks-rep-c6", start, 0);
    Point point = surface.at(surface.start());
    DMatrixRMaj hessian = hessian(surface, point);

    LowestMode.Mode mode =
        LowestMode.at(point, surface, new SpringModel(surface, NO_SHELL_SPRINGS).at(point.x()));

    double[] curved = new double[point.x().length];
    for (int i = 0; i < curved.length; i++) {
      for (int j = 0; j < curved.length; j++) {
        curved[i] += hessian.get(i, j) * mode.vector()[j];
      }
    }
    assertThat(mode.value()).isNegative();
    assertThat(Vectors.dot(mode.vector(), curved)).isCloseTo(mode.value(), within(0.05));
  }

  private static DMatrixRMaj hessian(CrystalSurface surface, Point point) {
    int n = point.x().length;
    double h = 1e-3;
    DMatrixRMaj hessian = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      double[] axis = new double[n];
      axis[i] = 1;
      double[] up = surface.at(Vectors.along(point.x(), h, axis)).gradient();
      double[] down = surface.at(Vectors.along(point.x(), -h, axis)).gradient();
      for (int j = 0; j < n; j++) {
        hessian.set(i, j, (up[j] - down[j]) / (2 * h));
      }
    }
    return hessian;
  }
}
