package org.coesite.crystal;

/**
 * Lattice vectors in Å made as short as can be, so that few images need to be looked at.
 *
 * <p>Pairs of vectors are shortened by Gauss's reduction; then each vector is compared with its
 * sums with the two others. What no step shortens is a Minkowski-reduced basis (P. Q. Nguyen, D.
 * Stehlé, ACM Trans. Algorithms 5, 46 (2009), doi 10.1145/1597036.1597050).
 */
final class CompactBasis {

  /** Below this relative gain a step is rounding noise. */
  private static final double GAIN = 1e-12;

  private CompactBasis() {}

  /** The same lattice with the shortest vectors; its orientation in space stays. */
  static Lattice of(Lattice lattice) {
    Vector3[] v = {lattice.a(), lattice.b(), lattice.c()};
    boolean shortened = true;
    while (shortened) {
      shortened = false;
      for (int i = 0; i < 3; i++) {
        Vector3 shorter = shorter(v[i], v[(i + 1) % 3], v[(i + 2) % 3]);
        shortened |= shorter != v[i];
        v[i] = shorter;
      }
    }
    return new Lattice(v[0], v[1], v[2]);
  }

  private static Vector3 shorter(Vector3 vector, Vector3 u, Vector3 w) {
    Vector3 best = vector;
    for (Vector3 other : new Vector3[] {u, w, u.plus(w), u.minus(w)}) {
      double multiple = Math.rint(best.dot(other) / other.dot(other));
      Vector3 trial = best.minus(other.times(multiple));
      if (trial.dot(trial) < best.dot(best) * (1 - GAIN)) {
        best = trial;
      }
    }
    return best;
  }
}
