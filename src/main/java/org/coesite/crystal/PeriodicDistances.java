package org.coesite.crystal;

/**
 * Shortest distances in Å between the sites of a crystal, over all periodic images.
 *
 * <p>Right for flat and skewed cells, where wrapping fractional coordinates is not.
 */
public final class PeriodicDistances {

  private final double[][] minimum;

  private PeriodicDistances(double[][] minimum) {
    this.minimum = minimum;
  }

  /** Measures all pairs of a structure. */
  public static PeriodicDistances of(Structure structure) {
    PeriodicImages images = new PeriodicImages(structure.lattice());
    int n = structure.size();
    double[][] minimum = new double[n][n];
    for (int i = 0; i < n; i++) {
      minimum[i][i] = images.shortestTranslation();
      for (int j = 0; j < i; j++) {
        double distance = images.shortest(structure.cartesian(j).minus(structure.cartesian(i)));
        minimum[i][j] = distance;
        minimum[j][i] = distance;
      }
    }
    return new PeriodicDistances(minimum);
  }

  /**
   * Shortest distance in Å between two sites.
   *
   * @param i index of the one site
   * @param j index of the other; equal to {@code i} for the distance to the site's nearest image
   */
  public double minimum(int i, int j) {
    return minimum[i][j];
  }

  /** Shortest distance in Å of all, own images included. */
  public double shortest() {
    double shortest = Double.POSITIVE_INFINITY;
    for (double[] row : minimum) {
      for (double distance : row) {
        shortest = Math.min(shortest, distance);
      }
    }
    return shortest;
  }
}
