package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.coesite.evolution.OperatorName;
import org.coesite.search.DiagramPoint;
import org.junit.jupiter.api.Test;

class EnergyFitnessDiagramTest {

  private static final List<PhaseLabel> PHASES =
      List.of(
          new PhaseLabel("alpha-quartz  P3_221  −128.704", -128.7044),
          new PhaseLabel("moganite  C2/c  −128.693", -128.6931),
          new PhaseLabel("P2_12_12_1  −128.640", -128.64));

  @Test
  void every_structure_is_a_marker_in_the_colour_of_its_origin() throws IOException {
    List<DiagramPoint> points = SyntheticSearch.points(8, 20, 7);
    String svg = new EnergyFitnessDiagram("silica", points, PHASES).svg();
    for (PointStyle style : PointStyle.values()) {
      int expected = (int) points.stream().filter(p -> PointStyle.of(p) == style).count();
      int inTheLegend = expected == 0 ? 0 : 1;
      assertThat(markers(svg, style)).as(style.name()).isEqualTo(expected + inTheLegend);
    }
  }

  private static int markers(String svg, PointStyle style) {
    Color c = style.color();
    String rgb = "rgb(%d,%d,%d)".formatted(c.getRed(), c.getGreen(), c.getBlue());
    // A cross consists of strokes; all other markers are filled shapes.
    String drawn =
        style == PointStyle.DISCARDED
            ? "fill:none;stroke:" + rgb + ";stroke-miterlimit:10;stroke-linejoin:bevel;"
            : "fill:" + rgb + ";stroke:none;";
    return svg.split(Pattern.quote(drawn), -1).length - 1;
  }

  @Test
  void the_phases_are_named_and_the_axes_carry_the_unit() throws IOException {
    String svg = new EnergyFitnessDiagram("silica", SyntheticSearch.points(3, 20, 1), PHASES).svg();
    for (PhaseLabel phase : PHASES.subList(0, 3)) {
      assertThat(svg.contains(">" + phase.text() + "<")).as(phase.text()).isTrue();
    }
    assertThat(svg.contains("energy per formula unit (eV)")).isTrue();
  }

  @Test
  void a_phase_above_the_window_gets_no_line() throws IOException {
    PhaseLabel far = new PhaseLabel("stishovite", -40);
    String svg =
        new EnergyFitnessDiagram("silica", SyntheticSearch.points(3, 20, 1), List.of(far)).svg();
    assertThat(svg.contains("stishovite")).isFalse();
  }

  @Test
  void structures_far_above_are_counted_beside_the_rim() throws IOException {
    List<DiagramPoint> points = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      points.add(point(0, i, -10 + 0.1 * i));
    }
    points.add(point(0, 20, 500));
    points.add(point(0, 21, 900));
    String svg = new EnergyFitnessDiagram("x", points, List.of()).svg();
    assertThat(svg.contains(">2 above ")).isTrue();
  }

  @Test
  void equal_input_gives_the_same_files() throws IOException {
    List<DiagramPoint> points = SyntheticSearch.points(4, 20, 3);
    EnergyFitnessDiagram first = new EnergyFitnessDiagram("silica", points, PHASES);
    EnergyFitnessDiagram second = new EnergyFitnessDiagram("silica", points, PHASES);
    assertThat(second.svg().equals(first.svg())).isTrue();
    assertThat(second.png()).isEqualTo(first.png());
  }

  @Test
  void the_picture_has_its_size_and_all_colours() throws IOException {
    BufferedImage image = image(SyntheticSearch.points(8, 20, 7), PHASES);
    assertThat(image.getWidth()).isEqualTo(1200);
    assertThat(image.getHeight()).isEqualTo(700);
    for (PointStyle style : PointStyle.values()) {
      if (style != PointStyle.INJECTED) {
        assertThat(pixels(image, style.color())).as(style.name()).isGreaterThan(20);
      }
    }
  }

  @Test
  void two_thousand_structures_in_fifty_generations_can_be_drawn() throws IOException {
    BufferedImage image = image(SyntheticSearch.points(50, 40, 7), PHASES);
    assertThat(pixels(image, PointStyle.STRAIN.color())).isGreaterThan(200);
  }

  @Test
  void a_search_without_structures_gives_an_empty_diagram() throws IOException {
    BufferedImage image = image(List.of(), List.of());
    assertThat(image.getWidth()).isEqualTo(1200);
  }

  @Test
  void equal_energies_and_a_single_structure_can_be_drawn() throws IOException {
    List<DiagramPoint> equal = List.of(point(0, 0, -5), point(0, 1, -5), point(1, 0, -5));
    assertThat(pixels(image(equal, List.of()), PointStyle.RANDOM.color())).isGreaterThan(100);
    assertThat(pixels(image(equal.subList(0, 1), List.of()), PointStyle.RANDOM.color()))
        .isGreaterThan(30);
  }

  @Test
  void what_people_gave_has_a_colour_and_shape_of_its_own() throws IOException {
    DiagramPoint given = new DiagramPoint("g000s00", 0, 1, -5, OperatorName.INJECTED, false);
    String svg =
        new EnergyFitnessDiagram("silica", List.of(point(0, 0, -5), given), List.of()).svg();

    assertThat(markers(svg, PointStyle.INJECTED)).as("one point, one in the legend").isEqualTo(2);
    assertThat(svg).contains("injected (1)");
  }

  @Test
  void structures_without_energy_are_counted_but_not_drawn() throws IOException {
    List<DiagramPoint> points = List.of(point(0, 0, -5), point(0, 1, Double.NaN));
    assertThat(pixels(image(points, List.of()), PointStyle.RANDOM.color())).isGreaterThan(30);
  }

  private static DiagramPoint point(int generation, int position, double energy) {
    return new DiagramPoint("g000s00", generation, position, energy, OperatorName.RANDOM, false);
  }

  private static BufferedImage image(List<DiagramPoint> points, List<PhaseLabel> phases)
      throws IOException {
    byte[] png = new EnergyFitnessDiagram("silica", points, phases).png();
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static long pixels(BufferedImage image, Color color) {
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xFFFFFF) == (color.getRGB() & 0xFFFFFF) ? 1 : 0;
      }
    }
    return count;
  }
}
