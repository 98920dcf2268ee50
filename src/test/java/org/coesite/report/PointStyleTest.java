package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.coesite.evolution.OperatorName;
import org.coesite.search.DiagramPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PointStyleTest {

  @ParameterizedTest
  @EnumSource(OperatorName.class)
  void every_operator_has_a_style(OperatorName operator) {
    assertThat(PointStyle.of(new DiagramPoint("g000s00", 0, 0, 0, operator, false)).name())
        .isEqualTo(operator.name());
  }

  @Test
  void discarded_outweighs_the_operator() {
    assertThat(PointStyle.of(new DiagramPoint("g000s00", 0, 0, 0, OperatorName.STRAIN, true)))
        .isEqualTo(PointStyle.DISCARDED);
  }

  @Test
  void no_two_styles_share_a_colour_or_a_shape() {
    assertThat(
            Arrays.stream(PointStyle.values()).map(PointStyle::color).collect(Collectors.toSet()))
        .hasSize(PointStyle.values().length);
    assertThat(
            Arrays.stream(PointStyle.values()).map(PointStyle::marker).collect(Collectors.toSet()))
        .hasSize(PointStyle.values().length);
  }
}
