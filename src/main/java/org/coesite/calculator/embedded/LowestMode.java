package org.coesite.calculator.embedded;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Lowest mode of the Hessian relative to a preconditioner, by Lanczos on differences of gradients.
 *
 * <p>Solves H v = λ P v for the lowest λ. By Sylvester's law of inertia it has the sign of the
 * lowest eigenvalue of H, and with a good P a few dozen gradients are enough, against one per
 * variable for the whole Hessian. C. Lanczos, J. Res. Natl. Bur. Stand. 45, 255 (1950), doi
 * 10.6028/jres.045.026.
 */
final class LowestMode {

  /**
   * A mode.
   *
   * @param value λ, without unit: 1 where the preconditioner is exact
   * @param vector change of the variables, vᵀ P v = 1
   */
  record Mode(double value, double[] vector) {}

  private static final int MOST_ITERATIONS = 40;

  /** Largest move of a particle in a difference of gradients, Å. */
  private static final double DIFFERENCE = 0.004;

  /** Accuracy that λ needs as a share of itself; its sign is what matters. */
  private static final double ACCURACY = 0.3;

  /** Accuracy beyond which λ is lost in the noise of cutoffs anyway. */
  private static final double SMALLEST = 5e-4;

  private static final long SEED = 1;

  private final CrystalSurface surface;
  private final Preconditioner preconditioner;
  private final Point point;
  private final List<double[]> basis = new ArrayList<>();
  private final List<double[]> products = new ArrayList<>();

  private LowestMode(CrystalSurface surface, Preconditioner preconditioner, Point point) {
    this.surface = surface;
    this.preconditioner = preconditioner;
    this.point = point;
  }

  /** The lowest mode at a point whose gradient vanishes; pure translations are left out. */
  static Mode at(Point point, CrystalSurface surface, Preconditioner preconditioner) {
    return new LowestMode(surface, preconditioner, point).find();
  }

  private Mode find() {
    double[][] tridiagonal = new double[MOST_ITERATIONS][MOST_ITERATIONS];
    double[] vector = firstVector();
    Mode mode = new Mode(0, vector);
    int most = Math.min(MOST_ITERATIONS, vector.length - 3);
    for (int k = 0; k < most; k++) {
      double[] product = preconditioner.multiply(vector);
      double norm = Math.sqrt(Vectors.dot(vector, product));
      if (k > 0) {
        tridiagonal[k][k - 1] = norm;
        tridiagonal[k - 1][k] = norm;
        if (isSettled(tridiagonal, k, norm)) {
          break;
        }
      }
      Vectors.scale(vector, 1 / norm);
      Vectors.scale(product, 1 / norm);
      basis.add(vector);
      products.add(product);
      double[] curved = hessianTimes(vector);
      tridiagonal[k][k] = Vectors.dot(vector, curved);
      vector = preconditioner.solve(curved);
      orthogonalise(vector);
    }
    return ritz(tridiagonal, basis.size());
  }

  /** The same one each time, and without symmetry, so that it has a share in every mode. */
  private double[] firstVector() {
    UniformRandomProvider random = RandomSource.SPLIT_MIX_64.create(SEED);
    double[] v = random.doubles(point.x().length, -1, 1).toArray();
    v = preconditioner.solve(v);
    withoutTranslation(v);
    return v;
  }

  private static void withoutTranslation(double[] v) {
    int particles = (v.length - CrystalSurface.CELL) / 3;
    for (int axis = 0; axis < 3; axis++) {
      double mean = 0;
      for (int p = 0; p < particles; p++) {
        mean += v[CrystalSurface.CELL + 3 * p + axis] / particles;
      }
      for (int p = 0; p < particles; p++) {
        v[CrystalSurface.CELL + 3 * p + axis] -= mean;
      }
    }
  }

  private double[] hessianTimes(double[] vector) {
    double factor = DIFFERENCE / surface.largestMove(point.x(), vector);
    Point there = surface.at(Vectors.along(point.x(), factor, vector));
    double[] difference = Vectors.minus(there.gradient(), point.gradient());
    Vectors.scale(difference, 1 / factor);
    return difference;
  }

  /** Twice, because once leaves rounding errors that grow. */
  private void orthogonalise(double[] vector) {
    for (int pass = 0; pass < 2; pass++) {
      withoutTranslation(vector);
      for (int i = 0; i < basis.size(); i++) {
        Vectors.add(vector, -Vectors.dot(products.get(i), vector), basis.get(i));
      }
    }
  }

  private boolean isSettled(double[][] tridiagonal, int size, double norm) {
    if (size < 6 || size % 2 != 0) {
      return false;
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(tridiagonal, size);
    int lowest = lowest(eigen, size);
    double value = eigen.getEigenvalue(lowest).getReal();
    double error = norm * Math.abs(eigen.getEigenVector(lowest).get(size - 1));
    return error < ACCURACY * Math.abs(value) + SMALLEST;
  }

  private Mode ritz(double[][] tridiagonal, int size) {
    EigenDecomposition_F64<DMatrixRMaj> eigen = eigen(tridiagonal, size);
    int lowest = lowest(eigen, size);
    double[] vector = new double[point.x().length];
    for (int i = 0; i < size; i++) {
      Vectors.add(vector, eigen.getEigenVector(lowest).get(i), basis.get(i));
    }
    return new Mode(eigen.getEigenvalue(lowest).getReal(), vector);
  }

  private static EigenDecomposition_F64<DMatrixRMaj> eigen(double[][] tridiagonal, int size) {
    DMatrixRMaj matrix = new DMatrixRMaj(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix.set(i, j, tridiagonal[i][j]);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, true, true);
    if (!eigen.decompose(matrix)) {
      throw new IllegalStateException("no eigenvalues of a %d×%d matrix".formatted(size, size));
    }
    return eigen;
  }

  private static int lowest(EigenDecomposition_F64<DMatrixRMaj> eigen, int size) {
    int lowest = 0;
    for (int i = 1; i < size; i++) {
      if (eigen.getEigenvalue(i).getReal() < eigen.getEigenvalue(lowest).getReal()) {
        lowest = i;
      }
    }
    return lowest;
  }
}
