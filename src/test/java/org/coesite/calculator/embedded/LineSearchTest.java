package org.coesite.calculator.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LineSearchTest {

  private static Surface line(DoubleUnaryOperator value, DoubleUnaryOperator slope) {
    return x ->
        new Point(
            x, value.applyAsDouble(x[0]), new double[] {slope.applyAsDouble(x[0])}, new double[0]);
  }

  private static Optional<Point> search(Surface surface, double jump, double step) {
    Point start = surface.at(new double[] {0});
    return new LineSearch(surface, jump).along(new double[] {step}, start);
  }

  @Test
  void the_whole_step_is_taken_when_it_leads_down() {
    Surface parabola = line(x -> (x - 1) * (x - 1), x -> 2 * (x - 1));

    assertThat(search(parabola, 0, 1)).hasValueSatisfying(p -> assertThat(p.x()[0]).isEqualTo(1));
  }

  @Test
  void a_step_that_goes_far_too_far_is_shortened() {
    Surface parabola = line(x -> (x - 1) * (x - 1), x -> 2 * (x - 1));

    assertThat(search(parabola, 0, 8))
        .hasValueSatisfying(p -> assertThat(p.x()[0]).isBetween(0.5, 1.5));
  }

  @Test
  void a_jump_of_the_value_is_crossed_when_the_slope_goes_on() {
    Surface cutoff = line(x -> (x - 1) * (x - 1) + (x > 0.5 ? 3 : 0), x -> 2 * (x - 1));

    assertThat(search(cutoff, 4, 1)).hasValueSatisfying(p -> assertThat(p.x()[0]).isEqualTo(1));
  }

  @Test
  void a_jump_above_the_bound_is_not_crossed() {
    Surface cutoff = line(x -> (x - 1) * (x - 1) + (x > 0.5 ? 3 : 0), x -> 2 * (x - 1));

    assertThat(search(cutoff, 1, 1))
        .hasValueSatisfying(p -> assertThat(p.x()[0]).isBetween(0.0, 0.5));
  }

  @Test
  void places_out_of_bounds_are_backed_away_from() {
    Surface wall = line(x -> x > 0.2 ? Double.POSITIVE_INFINITY : -x, x -> -1);

    assertThat(search(wall, 1, 1)).hasValueSatisfying(p -> assertThat(p.x()[0]).isLessThan(0.2));
  }

  @Test
  void nothing_is_found_where_every_part_of_the_step_leads_up() {
    Surface kink = line(x -> x == 0 ? 0 : x, x -> x == 0 ? -1 : 1);

    assertThat(search(kink, 10, 1)).isEmpty();
  }
}
