package org.coesite.calculator.embedded;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** A positive definite guess of the Hessian, to multiply with and to solve for. */
final class Preconditioner {

  private final DMatrixRMaj matrix;
  private final LinearSolverDense<DMatrixRMaj> solver;

  /**
   * Takes the matrix over.
   *
   * @throws IllegalArgumentException if it is not positive definite
   */
  Preconditioner(DMatrixRMaj matrix) {
    this.matrix = matrix;
    this.solver = LinearSolverFactory_DDRM.symmPosDef(matrix.numRows);
    if (!solver.setA(matrix.copy())) {
      throw new IllegalArgumentException("the preconditioner is not positive definite");
    }
  }

  /** The inverse matrix on a vector. */
  double[] solve(double[] vector) {
    DMatrixRMaj solution = new DMatrixRMaj(vector.length, 1);
    solver.solve(DMatrixRMaj.wrap(vector.length, 1, vector.clone()), solution);
    return solution.data;
  }

  /** The matrix on a vector. */
  double[] multiply(double[] vector) {
    DMatrixRMaj product = new DMatrixRMaj(vector.length, 1);
    CommonOps_DDRM.mult(matrix, DMatrixRMaj.wrap(vector.length, 1, vector), product);
    return product.data;
  }
}
