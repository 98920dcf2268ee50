package org.coesite.benchmark;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws the share of searches that are through against the structures relaxed. */
public final class BenchmarkPlot {

  private static final Color OURS = new Color(0x0072b2);
  private static final Color PEERS = new Color(0xd55e00);

  private BenchmarkPlot() {}

  /** Writes a PNG; the peers stand at their mean and success. */
  public static void write(Path file, Problem problem, List<Trial> trials) throws IOException {
    int[] found = Trial.found(trials);
    double[] structures =
        IntStream.concat(
                IntStream.of(1),
                IntStream.concat(IntStream.of(found), IntStream.of(problem.budget())))
            .asDoubleStream()
            .toArray();
    double[] share = new double[structures.length];
    for (int i = 0; i < found.length; i++) {
      share[i + 1] = 100.0 * (i + 1) / trials.size();
    }
    share[found.length + 1] = share[found.length];
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(560)
            .title(problem.name())
            .xAxisTitle("structures relaxed")
            .yAxisTitle("searches through, %")
            .build();
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart
        .addSeries("Coesite", structures, share)
        .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Step)
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(OURS);
    for (Peer peer : problem.peers()) {
      if (peer.mean() != null && peer.success() != null) {
        chart
            .addSeries(
                peer.method() + " (mean)",
                new double[] {peer.mean()},
                new double[] {100 * peer.success()})
            .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
            .setMarkerColor(PEERS);
      }
    }
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }
}
