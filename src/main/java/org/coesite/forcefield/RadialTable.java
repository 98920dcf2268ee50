package org.coesite.forcefield;

/**
 * A {@link RadialFunction} as polynomials of degree 7 on intervals that share each octave evenly,
 * so that a value costs neither a square root nor an exponential.
 *
 * <p>Value and slope belong to the same polynomial: the slope is the exact derivative of the value.
 * The polynomials interpolate at Chebyshev nodes; for the functions of this package the relative
 * error of a value is below 5e-13, see {@code RadialFunctionTest}. Interval and position in it are
 * read from the bits of x. Below the tabulated range the function itself is asked.
 */
final class RadialTable {

  /** Coefficients of an interval, lowest power first. */
  private static final int STRIDE = 8;

  /** Shift that leaves exponent and the highest mantissa bits, which number the interval. */
  private static final int SHIFT = 46;

  private static final long INTERVAL = -1L << SHIFT;
  private static final long HALF = 1L << (SHIFT - 1);

  private final RadialFunction function;
  private final long first;
  private final double[] coefficients;

  /**
   * Tabulates a function between two arguments.
   *
   * @param lowest below it the function is evaluated directly; a power of two
   * @param highest above it the table must not be asked
   */
  RadialTable(RadialFunction function, double lowest, double highest) {
    this.function = function;
    this.first = Double.doubleToRawLongBits(lowest) >>> SHIFT;
    int intervals = (int) ((Double.doubleToRawLongBits(highest) >>> SHIFT) - first) + 1;
    this.coefficients = new double[intervals * STRIDE];
    for (int i = 0; i < intervals; i++) {
      fit(i);
    }
  }

  private void fit(int interval) {
    double low = Double.longBitsToDouble((first + interval) << SHIFT);
    double high = Double.longBitsToDouble((first + interval + 1) << SHIFT);
    double middle = 0.5 * (low + high);
    double half = 0.5 * (high - low);
    double[] nodes = new double[STRIDE];
    double[] divided = new double[STRIDE];
    for (int i = 0; i < STRIDE; i++) {
      nodes[i] = Math.cos(Math.PI * (i + 0.5) / STRIDE);
      divided[i] = function.value(middle + half * nodes[i]);
    }
    for (int order = 1; order < STRIDE; order++) {
      for (int i = STRIDE - 1; i >= order; i--) {
        divided[i] = (divided[i] - divided[i - 1]) / (nodes[i] - nodes[i - order]);
      }
    }
    double[] powers = new double[STRIDE];
    for (int i = STRIDE - 1; i >= 0; i--) {
      for (int k = STRIDE - 1; k > 0; k--) {
        powers[k] = powers[k - 1] - nodes[i] * powers[k];
      }
      powers[0] = divided[i] - nodes[i] * powers[0];
    }
    double scale = 1;
    for (int k = 0; k < STRIDE; k++) {
      coefficients[interval * STRIDE + k] = powers[k] * scale;
      scale /= half;
    }
  }

  /**
   * Sums the function of the scaled squared lengths of those images that are nearer than a cutoff,
   * and adds its slope to theirs.
   *
   * @param factor what value and slope are multiplied with
   * @param scale the function is taken at scale × squared length
   * @return the sum of the values, times the factor
   */
  double sum(Images images, double squaredCutoff, double factor, double scale) {
    double[] squared = images.squared;
    double[] slopes = images.slope;
    double[] c = coefficients;
    double sum = 0;
    int count = images.count();
    for (int k = 0; k < count; k++) {
      if (!(squared[k] < squaredCutoff)) {
        continue;
      }
      double x = scale * squared[k];
      long bits = Double.doubleToRawLongBits(x);
      int offset = (int) ((bits >>> SHIFT) - first) * STRIDE;
      if (offset < 0) {
        sum += function.value(x);
        slopes[k] += factor * scale * function.slope(x);
        continue;
      }
      double t = x - Double.longBitsToDouble(bits & INTERVAL | HALF);
      double slope = c[offset + 7];
      double value = c[offset + 6] + t * slope;
      slope = value + t * slope;
      value = c[offset + 5] + t * value;
      slope = value + t * slope;
      value = c[offset + 4] + t * value;
      slope = value + t * slope;
      value = c[offset + 3] + t * value;
      slope = value + t * slope;
      value = c[offset + 2] + t * value;
      slope = value + t * slope;
      value = c[offset + 1] + t * value;
      slope = value + t * slope;
      sum += c[offset] + t * value;
      slopes[k] += factor * scale * slope;
    }
    return factor * sum;
  }
}
