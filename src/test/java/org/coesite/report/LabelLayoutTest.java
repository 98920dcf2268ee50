package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LabelLayoutTest {

  @Property(tries = 300)
  void labels_never_overlap_nor_leave_the_column(
      @ForAll @Size(max = 12) double @DoubleRange(min = 0, max = 600) [] positions) {
    double[] wanted = Arrays.stream(positions).map(p -> -p).sorted().map(p -> -p).toArray();
    double[] placed = LabelLayout.spread(wanted, 15, 30, 590);
    for (int i = 0; i < placed.length; i++) {
      assertThat(placed[i]).isBetween(30 - 1e-9, 590 + 1e-9);
      if (i > 0) {
        assertThat(placed[i - 1] - placed[i]).isGreaterThanOrEqualTo(15 - 1e-9);
      }
    }
  }

  @Test
  void labels_with_room_stay_where_they_belong() {
    double[] wanted = {500, 300, 100};
    assertThat(LabelLayout.spread(wanted, 15, 30, 590)).containsExactly(wanted);
  }

  @Test
  void more_labels_than_room_are_spaced_evenly() {
    double[] placed = LabelLayout.spread(new double[] {90, 90, 90, 90, 90}, 15, 50, 90);
    assertThat(placed).containsExactly(90, 80, 70, 60, 50);
  }
}
