package org.coesite.calculator.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class QuasiNewtonTest {

  private static final double[] CURVATURES = {1, 10, 100, 0.3};

  private static Preconditioner identity() {
    return new Preconditioner(CommonOps_DDRM.identity(CURVATURES.length));
  }

  private static double[] gradient(double[] x) {
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      gradient[i] = CURVATURES[i] * x[i];
    }
    return gradient;
  }

  @Test
  void without_memory_the_direction_is_that_of_the_preconditioner() {
    Preconditioner stiff = new Preconditioner(CommonOps_DDRM.diag(2, 4));

    assertThat(new QuasiNewton().direction(new double[] {6, 8}, stiff))
        .containsExactly(new double[] {-3, -2}, within(1e-15));
  }

  @Test
  void steps_along_the_axes_teach_the_whole_hessian() {
    QuasiNewton memory = new QuasiNewton();
    for (int i = 0; i < CURVATURES.length; i++) {
      double[] step = new double[CURVATURES.length];
      step[i] = 0.1;
      memory.learn(step, gradient(step), identity());
    }
    double[] x = {1, -2, 3, 4};

    double[] minimum = Vectors.along(x, 1, memory.direction(gradient(x), identity()));

    assertThat(minimum).containsExactly(new double[4], within(1e-12));
  }

  @Test
  void negative_curvature_is_not_learnt() {
    QuasiNewton memory = new QuasiNewton();
    double[] gradient = {1, 2, 3, 4};
    double[] before = memory.direction(gradient, identity());

    memory.learn(new double[] {1, 0, 0, 0}, new double[] {-1, 0, 0, 0}, identity());

    assertThat(memory.direction(gradient, identity())).isEqualTo(before);
  }

  @Test
  void what_is_forgotten_has_no_influence() {
    QuasiNewton memory = new QuasiNewton();
    double[] gradient = {1, 2, 3, 4};
    double[] before = memory.direction(gradient, identity());
    memory.learn(new double[] {1, 0, 0, 0}, new double[] {5, 0, 0, 0}, identity());

    memory.forget();

    assertThat(memory.direction(gradient, identity())).isEqualTo(before);
  }

  @Test
  void a_preconditioner_multiplies_by_what_it_solves_for() {
    Preconditioner preconditioner =
        new Preconditioner(new DMatrixRMaj(new double[][] {{4, 1}, {1, 3}}));
    double[] vector = {1, -2};

    assertThat(preconditioner.solve(preconditioner.multiply(vector)))
        .containsExactly(vector, within(1e-14));
  }
}
