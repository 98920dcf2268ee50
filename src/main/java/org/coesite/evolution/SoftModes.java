package org.coesite.evolution;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.coesite.crystal.Structure;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The vibrations of a structure in the bond model, softest first, without the translations.
 *
 * @param modes unit vectors of Cartesian displacements x1 y1 z1 x2 …; equal eigenvalues stay apart
 */
record SoftModes(List<double[]> modes) {

  static SoftModes of(Structure structure) {
    double[][] hessian = new BondStiffness(structure).hessian();
    int n = hessian.length;
    liftTranslations(hessian);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(new DMatrixRMaj(hessian))) {
      throw new IllegalStateException("no eigenvalues of a symmetric matrix of size " + n);
    }
    return new SoftModes(
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> eigen.getEigenvalue(i).getReal()))
            .limit(n - 3L)
            .map(i -> eigen.getEigenVector(i).getData().clone())
            .toList());
  }

  /** Makes the three translations the stiffest modes of all, so that the others come first. */
  private static void liftTranslations(double[][] hessian) {
    int n = hessian.length;
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += hessian[i][i];
    }
    double lift = (1 + trace) * 3 / n;
    for (int i = 0; i < n; i++) {
      for (int j = i % 3; j < n; j += 3) {
        hessian[i][j] += lift;
      }
    }
  }
}
