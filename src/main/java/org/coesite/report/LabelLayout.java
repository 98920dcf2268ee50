package org.coesite.report;

/** Moves labels of one column apart so that none covers another. */
final class LabelLayout {

  private LabelLayout() {}

  /**
   * Positions in pixels as near to the wanted ones as the order allows.
   *
   * @param wanted where the labels belong, in pixels from the top, in descending order: the lowest
   *     on the page first, which keeps its place best
   * @param spacing smallest distance between two labels, pixels
   * @param top smallest allowed position, pixels
   * @param bottom largest allowed position, pixels
   * @return as many positions; if the column is too short for all, evenly spaced ones
   */
  static double[] spread(double[] wanted, double spacing, double top, double bottom) {
    int count = wanted.length;
    double step = count < 2 ? spacing : Math.min(spacing, (bottom - top) / (count - 1));
    double[] placed = new double[count];
    for (int i = 0; i < count; i++) {
      double limit = i == 0 ? bottom : placed[i - 1] - step;
      placed[i] = Math.min(wanted[i], limit);
    }
    for (int i = count - 1; i >= 0; i--) {
      double limit = i == count - 1 ? top : placed[i + 1] + step;
      placed[i] = Math.max(placed[i], limit);
    }
    return placed;
  }
}
