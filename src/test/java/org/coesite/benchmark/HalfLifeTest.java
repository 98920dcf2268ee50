package org.coesite.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalfLifeTest {

  @Test
  void a_curve_of_the_fitted_form_gives_its_own_half_life() {
    double b = 0.7;
    double a = -Math.log(2) / Math.pow(17, b);
    List<Double> lowest =
        IntStream.range(0, 200).mapToObj(i -> -10 + 3 * Math.exp(a * Math.pow(i, b))).toList();
    assertThat(HalfLife.of(lowest, -10).orElseThrow()).isCloseTo(18, within(1e-6));
  }

  @Test
  void where_all_searches_begin_with_the_answer_there_is_none() {
    assertThat(HalfLife.of(DoubleStream.of(-10, -10, -10).boxed().toList(), -10)).isEmpty();
    assertThat(HalfLife.of(List.of(), -10)).isEmpty();
    assertThat(HalfLife.of(List.of(-8.0, -9.0, -9.5), -10)).as("two points").isEmpty();
  }
}
