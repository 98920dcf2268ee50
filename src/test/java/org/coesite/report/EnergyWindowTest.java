package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.coesite.evolution.OperatorName;
import org.coesite.search.DiagramPoint;
import org.junit.jupiter.api.Test;

class EnergyWindowTest {

  @Test
  void one_bad_structure_does_not_squash_the_rest() {
    List<DiagramPoint> points = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      points.add(kept(-10 + 0.01 * i));
    }
    points.add(kept(1e6));
    EnergyWindow window = EnergyWindow.of(points);
    assertThat(window.bottom()).isEqualTo(-10);
    assertThat(window.top()).isCloseTo(-10 + 0.75 * 1.5, within(0.02));
    assertThat(window.isBelow(1e6)).isTrue();
    assertThat(window.place(1e6)).isBetween(window.upperEdge(), window.axisMaximum());
  }

  @Test
  void a_collapsed_discarded_structure_does_not_move_the_bottom() {
    EnergyWindow window = EnergyWindow.of(List.of(kept(-10), kept(-9), discarded(-1e4)));
    assertThat(window.bottom()).isEqualTo(-10);
    assertThat(window.place(-1e4)).isBetween(window.axisMinimum(), window.bottom());
  }

  @Test
  void with_nothing_but_discarded_structures_these_are_shown() {
    EnergyWindow window = EnergyWindow.of(List.of(discarded(-4), discarded(-3)));
    assertThat(window.bottom()).isEqualTo(-4);
  }

  @Test
  void equal_energies_still_span_a_window() {
    EnergyWindow window = EnergyWindow.of(List.of(kept(-10), kept(-10)));
    assertThat(window.top()).isGreaterThan(window.bottom());
  }

  @Test
  void no_energies_at_all_still_span_a_window() {
    EnergyWindow window = EnergyWindow.of(List.of(kept(Double.NaN)));
    assertThat(window.axisMaximum()).isGreaterThan(window.axisMinimum());
  }

  private static DiagramPoint kept(double energy) {
    return new DiagramPoint("g000s00", 0, 0, energy, OperatorName.RANDOM, false);
  }

  private static DiagramPoint discarded(double energy) {
    return new DiagramPoint("g000s00", 0, 0, energy, OperatorName.RANDOM, true);
  }
}
