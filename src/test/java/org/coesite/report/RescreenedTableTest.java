package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coesite.search.SearchSummary.Cell;
import org.coesite.search.SearchSummary.Rescreened;
import org.coesite.symmetry.SpaceGroup;
import org.junit.jupiter.api.Test;

class RescreenedTableTest {

  private static Rescreened structure(String id, double energyPerFormula, int before) {
    return new Rescreened(
        id,
        "embedded",
        "0.1",
        List.of("sio2-slc"),
        energyPerFormula / 3,
        energyPerFormula,
        new SpaceGroup(154, "P3_221"),
        new Cell(4.8353, 4.8353, 5.3459, 90, 90, 120),
        12.027,
        before,
        before == 4 ? List.of("g001s07") : List.of());
  }

  @Test
  void it_has_the_new_order_with_the_place_before_and_the_method() {
    String table =
        RescreenedTable.of(
            SyntheticSearch.rescreened(
                List.of(structure("g002s11", -128.7044, 4), structure("g000s03", -128.4945, 1))));
    assertThat(table)
        .contains("relaxed once more with embedded 0.1, sio2-slc.")
        .containsPattern(
            "\\| 1 \\| g002s11 \\|.*\\| −128.7044 \\| 0.0 \\| 12.027 \\| 4 \\| g001s07 \\|")
        .containsPattern("\\| 2 \\| g000s03 \\|.*\\| 209.9 \\| 12.027 \\| 1 \\|");
  }

  @Test
  void without_a_second_screening_there_is_none() {
    assertThat(RescreenedTable.of(SyntheticSearch.summary(List.of()))).isEmpty();
  }
}
