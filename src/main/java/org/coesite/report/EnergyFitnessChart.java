package org.coesite.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.knowm.xchart.XYChart;

/**
 * A chart with the numbers of the generations below their strips and the names of the phases in a
 * column on the right.
 *
 * <p>The chart library centres texts on their point and does not move them apart; so these are
 * drawn after the rest, at the positions the chart has given.
 */
final class EnergyFitnessChart extends XYChart {

  /** Not 12 points: the SVG writer leaves out that size, and browsers then take 16. */
  static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12).deriveFont(11.5f);

  private static final Color INK = new Color(0x333333);
  private static final Color LEADER = new Color(0x999999);
  private static final int GAP = 22;
  private static final int LINE_HEIGHT = 15;

  private final transient List<PhaseLabel> labels;
  private final int generations;

  /**
   * An empty chart of a size in pixels.
   *
   * @param labels lowest energy first
   */
  EnergyFitnessChart(int width, int height, List<PhaseLabel> labels, int generations) {
    super(width, height);
    this.labels = List.copyOf(labels);
    this.generations = generations;
  }

  @Override
  public void paint(Graphics2D g, int width, int height) {
    super.paint(g, width, height);
    g.setFont(FONT);
    drawGenerations(g);
    drawLabels(g);
  }

  private void drawGenerations(Graphics2D g) {
    double strip = getScreenXFromChart(1) - getScreenXFromChart(0);
    int widest = g.getFontMetrics().stringWidth("0".repeat(digits(generations)));
    int every = (int) Math.ceil((widest + 8) / strip);
    double y = getScreenYFromChart(getStyler().getYAxisMin()) + LINE_HEIGHT + 2;
    g.setColor(INK);
    for (int generation = 0; generation < generations; generation += every) {
      String text = Integer.toString(generation);
      double centre = getScreenXFromChart(generation + 0.5);
      float x = (float) (centre - g.getFontMetrics().stringWidth(text) / 2.0);
      g.drawString(text, x, (float) y);
    }
  }

  private static int digits(int number) {
    return Integer.toString(number).length();
  }

  private void drawLabels(Graphics2D g) {
    double[] wanted =
        labels.stream().mapToDouble(l -> getScreenYFromChart(l.energyPerFormula())).toArray();
    double top = getScreenYFromChart(getStyler().getYAxisMax()) + LINE_HEIGHT;
    double bottom = getScreenYFromChart(getStyler().getYAxisMin());
    double[] placed = LabelLayout.spread(wanted, LINE_HEIGHT, top, bottom - LINE_HEIGHT / 2.0);
    double end = getScreenXFromChart(generations);
    g.setStroke(new BasicStroke(0.8f));
    for (int i = 0; i < placed.length; i++) {
      g.setColor(LEADER);
      g.draw(new Line2D.Double(end, wanted[i], end + GAP - 4, placed[i]));
      g.setColor(INK);
      g.drawString(labels.get(i).text(), (float) (end + GAP), (float) (placed[i] + 4));
    }
  }

  /** Pixels that the widest of the labels needs right of the last generation. */
  static int labelColumn(List<PhaseLabel> labels) {
    FontMetrics metrics =
        new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics().getFontMetrics(FONT);
    return GAP + 8 + labels.stream().mapToInt(l -> metrics.stringWidth(l.text())).max().orElse(0);
  }
}
