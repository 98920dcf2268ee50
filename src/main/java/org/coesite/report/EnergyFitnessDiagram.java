package org.coesite.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.coesite.search.DiagramPoint;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The energy–fitness diagram of a search: energy in eV per formula unit of every structure, one
 * strip per generation, within a strip in the order of ranking.
 *
 * <p>After Fig. 5 of Semeniuk and Feia, Ukr. J. Phys. 71(6), 554 (2026), doi:10.15407/ujpe71.6.554.
 * Horizontal lines mark the phases; a search has converged when the same lines are found again and
 * again.
 */
final class EnergyFitnessDiagram {

  static final int WIDTH = 1200;
  static final int HEIGHT = 700;

  private static final int PLOT_WIDTH = WIDTH - 120;
  private static final Color GRID = new Color(0xDDDDDD);
  private static final Color PHASE_LINE = new Color(0xAAAAAA);
  private static final BasicStroke THIN = new BasicStroke(0.8f);
  private static final BasicStroke DOTTED =
      new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {3, 3}, 0);

  private final List<DiagramPoint> points;
  private final EnergyWindow window;
  private final int generations;
  private final EnergyFitnessChart chart;

  /**
   * A diagram ready to be written.
   *
   * @param title name of the search and what else the first line should say
   * @param phases names and energies of the phases, lowest energy first
   */
  EnergyFitnessDiagram(String title, List<DiagramPoint> allPoints, List<PhaseLabel> phases) {
    points = allPoints.stream().filter(p -> Double.isFinite(p.energyPerFormula())).toList();
    window = EnergyWindow.of(points);
    generations = 1 + points.stream().mapToInt(DiagramPoint::generation).max().orElse(0);
    List<PhaseLabel> inside =
        phases.stream().filter(p -> !window.isBelow(p.energyPerFormula())).toList();
    List<PhaseLabel> labels = new ArrayList<>(inside);
    long above = points.stream().filter(p -> window.isBelow(p.energyPerFormula())).count();
    if (above > 0) {
      String text = "%d above %s eV".formatted(above, Format.fixed(window.top(), 2));
      labels.add(new PhaseLabel(text, window.upperRim()));
    }
    chart = new EnergyFitnessChart(WIDTH, HEIGHT, labels, generations);
    chart.setTitle(title + ": " + counts(allPoints.size() - points.size()));
    chart.setXAxisTitle("generation (within each: order of ranking)");
    chart.setYAxisTitle("energy per formula unit (eV)");
    style(EnergyFitnessChart.labelColumn(labels));
    drawStrips();
    inside.forEach(phase -> line(0, generations, phase.energyPerFormula(), PHASE_LINE, THIN));
    if (above > 0) {
      line(0, generations, window.upperEdge(), PHASE_LINE, DOTTED);
    }
    drawPoints();
  }

  private String counts(int withoutEnergy) {
    String text =
        "%d structure%s, %d generation%s"
            .formatted(
                points.size(),
                points.size() == 1 ? "" : "s",
                generations,
                generations == 1 ? "" : "s");
    return withoutEnergy == 0 ? text : text + " (%d more without energy)".formatted(withoutEnergy);
  }

  private void style(int labelColumn) {
    XYStyler styler = chart.getStyler();
    styler.setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    styler.setLegendPosition(LegendPosition.OutsideS);
    styler.setLegendLayout(LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setChartTitleFont(EnergyFitnessChart.FONT.deriveFont(15f));
    styler.setLegendFont(EnergyFitnessChart.FONT);
    styler.setAxisTitleFont(EnergyFitnessChart.FONT.deriveFont(13f));
    styler.setAxisTickLabelsFont(EnergyFitnessChart.FONT);
    styler.setLegendPadding(6);
    styler.setLegendSeriesLineLength(12);
    styler.setAxisTitlePadding(20);
    styler.setMarkerSize(points.size() > 600 ? 5 : 8);
    styler.setPlotContentSize(1.0);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotGridLinesColor(new Color(0xEEEEEE));
    styler.setXAxisTicksVisible(false);
    styler.setXAxisMin(-0.01 * generations);
    styler.setXAxisMax(generations * (double) PLOT_WIDTH / (PLOT_WIDTH - labelColumn));
    styler.setYAxisMin(window.axisMinimum());
    styler.setYAxisMax(window.axisMaximum());
    styler.setYAxisDecimalPattern(window.top() - window.bottom() > 1 ? "0.0" : "0.00");
  }

  private void drawStrips() {
    for (int edge = 0; edge <= generations; edge++) {
      double[] x = {edge, edge};
      double[] y = {window.axisMinimum(), window.axisMaximum()};
      addLine(x, y, GRID, THIN);
    }
  }

  private void line(double from, double to, double energy, Color color, BasicStroke stroke) {
    addLine(new double[] {from, to}, new double[] {energy, energy}, color, stroke);
  }

  private void addLine(double[] x, double[] y, Color color, BasicStroke stroke) {
    XYSeries series = chart.addSeries("line " + chart.getSeriesMap().size(), x, y);
    series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line);
    series.setMarker(SeriesMarkers.NONE).setLineColor(color).setLineStyle(stroke);
    series.setShowInLegend(false);
  }

  private void drawPoints() {
    Map<Integer, Integer> sizes = new HashMap<>();
    points.forEach(p -> sizes.merge(p.generation(), p.position() + 1, Math::max));
    Map<PointStyle, List<DiagramPoint>> byStyle = new EnumMap<>(PointStyle.class);
    points.forEach(p -> byStyle.computeIfAbsent(PointStyle.of(p), s -> new ArrayList<>()).add(p));
    byStyle.forEach(
        (style, members) -> {
          double[] x =
              members.stream()
                  .mapToDouble(
                      p -> p.generation() + (p.position() + 0.5) / sizes.get(p.generation()))
                  .toArray();
          double[] y =
              members.stream().mapToDouble(p -> window.place(p.energyPerFormula())).toArray();
          XYSeries series = chart.addSeries(style.label() + " (" + x.length + ")", x, y);
          series.setMarker(style.marker()).setMarkerColor(style.color());
          series.setLineStyle(SeriesLines.NONE).setLineColor(style.color());
        });
  }

  /** The picture as PNG, 1200 by 700 pixels. */
  byte[] png() throws IOException {
    return BitmapEncoder.getBitmapBytes(chart, BitmapEncoder.BitmapFormat.PNG);
  }

  /** The picture as SVG text; equal input gives equal text. */
  String svg() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    VectorGraphicsEncoder.saveVectorGraphic(
        chart, bytes, VectorGraphicsEncoder.VectorGraphicsFormat.SVG);
    return described(tidied(bytes.toString(StandardCharsets.UTF_8)));
  }

  /** With what it shows in words, for readers that cannot see it. */
  private String described(String svg) {
    int afterRoot = svg.indexOf('>', svg.indexOf("<svg")) + 1;
    String words =
        "%s. Against the %s: %s. %s."
            .formatted(
                chart.getTitle(),
                chart.getXAxisTitle(),
                chart.getYAxisTitle(),
                chart.getSeriesMap().values().stream()
                    .filter(XYSeries::isShowInLegend)
                    .map(XYSeries::getName)
                    .collect(Collectors.joining(", ")));
    return svg.substring(0, afterRoot)
        + "<title>"
        + escaped(words)
        + "</title>"
        + svg.substring(afterRoot);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /**
   * Same text for the same picture, a font that every browser finds, and no more digits than a
   * screen can show: the outlines of letters otherwise make up most of the file.
   */
  private static String tidied(String svg) {
    return svg.replaceAll("clip-?\\d{2,}", "plot")
        .replaceAll("font-family:&quot;[^&]*&quot;", "font-family:sans-serif")
        .replaceAll("(\\d\\.\\d\\d)\\d{3,}", "$1");
  }
}
