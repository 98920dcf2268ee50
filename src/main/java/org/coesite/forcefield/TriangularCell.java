package org.coesite.forcefield;

/**
 * A cell turned and with its vectors reordered so that the shortest, w, lies along x, the next, v,
 * in the xy plane and the longest is u; lengths in Å.
 *
 * <p>In this frame the images inside a sphere are found exactly by three nested intervals, whatever
 * the shape of the cell. The frame may be left-handed.
 */
final class TriangularCell {

  /** Which lattice vector became u, v and w. */
  final int[] order = new int[3];

  /** Components of u; those of v and w follow. */
  double ux, uy, uz;

  /** Components of v; its z is 0. */
  double vx, vy;

  /** The only component of w. */
  double wx;

  /** Positive volume, Å³. */
  double volume;

  /** Rows are the axes x, y, z of this frame in the frame of the lattice. */
  private final double[] axes = new double[9];

  /** Takes over a lattice, rows a, b, c in Å. */
  void set(double[] lattice) {
    sortByLength(lattice);
    wx = normalised(lattice, order[2], 0);
    vx = project(lattice, order[1], 0);
    vy = normalised(lattice, order[1], 1);
    ux = project(lattice, order[0], 0);
    uy = project(lattice, order[0], 1);
    uz = normalised(lattice, order[0], 2);
    volume = uz * vy * wx;
  }

  /** Length of u, Å. */
  double longest() {
    return Math.sqrt(ux * ux + uy * uy + uz * uz);
  }

  private void sortByLength(double[] lattice) {
    for (int i = 0; i < 3; i++) {
      order[i] = i;
    }
    for (int i = 1; i < 3; i++) {
      for (int j = i; j > 0; j--) {
        if (squaredLength(lattice, order[j]) > squaredLength(lattice, order[j - 1])) {
          int swap = order[j];
          order[j] = order[j - 1];
          order[j - 1] = swap;
        }
      }
    }
  }

  private static double squaredLength(double[] lattice, int row) {
    double x = lattice[3 * row];
    double y = lattice[3 * row + 1];
    double z = lattice[3 * row + 2];
    return x * x + y * y + z * z;
  }

  /** Makes axis {@code axis} of what a vector has beyond the axes before; returns that length. */
  private double normalised(double[] lattice, int row, int axis) {
    double[] rest = {lattice[3 * row], lattice[3 * row + 1], lattice[3 * row + 2]};
    // Twice, because one pass loses orthogonality in flat cells.
    for (int pass = 0; pass < 2; pass++) {
      for (int k = 0; k < axis; k++) {
        double along =
            rest[0] * axes[3 * k] + rest[1] * axes[3 * k + 1] + rest[2] * axes[3 * k + 2];
        for (int i = 0; i < 3; i++) {
          rest[i] -= along * axes[3 * k + i];
        }
      }
    }
    double length = Math.sqrt(rest[0] * rest[0] + rest[1] * rest[1] + rest[2] * rest[2]);
    for (int i = 0; i < 3; i++) {
      axes[3 * axis + i] = rest[i] / length;
    }
    return length;
  }

  private double project(double[] lattice, int row, int axis) {
    return lattice[3 * row] * axes[3 * axis]
        + lattice[3 * row + 1] * axes[3 * axis + 1]
        + lattice[3 * row + 2] * axes[3 * axis + 2];
  }

  /** Turns vectors of this frame, three numbers each, into the frame of the lattice, in place. */
  void turnBack(double[] vectors) {
    for (int i = 0; i < vectors.length; i += 3) {
      double x = vectors[i];
      double y = vectors[i + 1];
      double z = vectors[i + 2];
      for (int k = 0; k < 3; k++) {
        vectors[i + k] = x * axes[k] + y * axes[3 + k] + z * axes[6 + k];
      }
    }
  }

  /** Turns a symmetric tensor, given as xx, yy, zz, xy, xz, yz, into a 3×3 matrix, row by row. */
  void turnBack(double[] tensor, double[] matrix) {
    double[] full = {
      tensor[0], tensor[3], tensor[4], tensor[3], tensor[1], tensor[5], tensor[4], tensor[5],
      tensor[2]
    };
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          for (int l = 0; l < 3; l++) {
            sum += axes[3 * k + i] * full[3 * k + l] * axes[3 * l + j];
          }
        }
        matrix[3 * i + j] = sum;
        matrix[3 * j + i] = sum;
      }
    }
  }
}
