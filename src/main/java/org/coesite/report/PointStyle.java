package org.coesite.report;

import java.awt.Color;
import org.coesite.search.DiagramPoint;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How a structure is drawn: one colour and one shape per origin, so that the diagram can also be
 * read without seeing the colours.
 *
 * <p>The colours are those of Fig. 5 in Semeniuk and Feia, Ukr. J. Phys. 71(6), 554 (2026),
 * doi:10.15407/ujpe71.6.554. The order is that of drawing and of the legend: new structures lie
 * above those carried over.
 */
enum PointStyle {
  CARRIED_OVER("carried over", 0xF280B9, SeriesMarkers.SQUARE),
  RANDOM("random", 0x1E8C3A, SeriesMarkers.CIRCLE),
  SYMMETRIC_RANDOM("symmetric random", 0x86CC4A, SeriesMarkers.DIAMOND),
  CUT_AND_SPLICE("cut and splice", 0x2166D1, SeriesMarkers.TRIANGLE_UP),
  STRAIN("strain", 0xD7261E, SeriesMarkers.TRIANGLE_DOWN),
  SOFT_MUTATION("soft mutation", 0xF0B400, SeriesMarkers.TRAPEZOID),
  PERMUTATION("permutation", 0x7B3FB5, SeriesMarkers.RECTANGLE),
  INJECTED("injected", 0x12909B, SeriesMarkers.OVAL),
  DISCARDED("discarded", 0x000000, SeriesMarkers.CROSS);

  private final String label;
  private final Color color;
  private final Marker marker;

  PointStyle(String label, int color, Marker marker) {
    this.label = label;
    this.color = new Color(color);
    this.marker = marker;
  }

  /** The style of a point; being discarded outweighs the origin. */
  static PointStyle of(DiagramPoint point) {
    return point.discarded() ? DISCARDED : valueOf(point.operator().name());
  }

  /** The words in the legend. */
  String label() {
    return label;
  }

  /** Colour of marker and legend. */
  Color color() {
    return color;
  }

  /** Shape of the marker. */
  Marker marker() {
    return marker;
  }
}
