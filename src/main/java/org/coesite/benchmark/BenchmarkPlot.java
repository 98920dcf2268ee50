package org.coesite.benchmark;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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

  /** Writes a PNG; the peers stand at their mean, as high as the share of theirs that succeeded. */
  public static void write(Path file, Problem problem, List<Trial> trials) throws IOException {
    int[] found = Trial.found(trials);
    double[] structures =
        IntStream.concat(
                IntStream.of(1),
                IntStream.concat(IntStream.of(found), IntStream.of(end(problem, found, trials))))
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
            .title("%s: %d searches".formatted(problem.name(), trials.size()))
            .xAxisTitle("structures relaxed")
            .yAxisTitle("searches that have found it, %")
            .build();
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setXAxisMin(1.0).setXAxisMax(decade(problem, structures));
    chart.getStyler().setYAxisMin(0.0).setYAxisMax(100.0).setYAxisDecimalPattern("0");
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart
        .addSeries("Coesite", structures, share)
        .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Step)
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(OURS);
    for (Peer peer : problem.peers()) {
      if (peer.mean() != null) {
        double success = peer.success() == null ? 1 : peer.success();
        chart
            .addSeries(
                peer.method() + " (mean)", new double[] {peer.mean()}, new double[] {100 * success})
            .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
            .setMarkerColor(PEERS);
      }
    }
    BitmapEncoder.saveBitmap(chart, file.toString(), BitmapFormat.PNG);
  }

  /** The power of ten that has everything below it: axes are labelled at these alone. */
  private static double decade(Problem problem, double[] structures) {
    double most =
        Math.max(
            structures[structures.length - 1],
            problem.peers().stream()
                .map(Peer::mean)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1));
    return Math.pow(10, Math.max(1, Math.ceil(Math.log10(most))));
  }

  /** Where all have found it there is nothing to see on the way to the budget. */
  private static int end(Problem problem, int[] found, List<Trial> trials) {
    return found.length == trials.size() ? found[found.length - 1] : problem.budget();
  }
}
