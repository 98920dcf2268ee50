package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.NotRefined;
import org.coesite.search.SearchSummary.NotRefined.Standing;
import org.coesite.search.SearchSummary.ReferenceDistance;
import org.coesite.search.SearchSummary.Refined;
import org.junit.jupiter.api.Test;

class RefinedTableTest {

  private static final Refined QUARTZ =
      SyntheticSearch.refined(
          "g002s11",
          null,
          -326.5,
          new ReferenceDistance("alpha-quartz", 0.0007),
          new ReferenceDistance("stishovite", 0.41));
  private static final Refined REFERENCE =
      SyntheticSearch.refined(
          "ref-alpha-quartz",
          "alpha-quartz",
          -326.4988,
          new ReferenceDistance("alpha-quartz", 0),
          new ReferenceDistance("stishovite", 0.4));

  @Test
  void each_structure_has_its_cell_its_energies_and_how_the_refinement_went() {
    assertThat(markdown(List.of(QUARTZ, REFERENCE)))
        .contains("## Refined structures\n")
        .contains(
            "| 1 | g002s11 | alpha-quartz | 4.9134 | 4.9134 | 5.4052 | 90.00 | 90.00 | 120.00 "
                + "| P3_221 (154) | −23.997307 | −326.50000 | −979.5000 | 0.0 | 12.556 | −0.02 | 2 | 0.0034 |\n")
        .contains("| 2 | ref-alpha-quartz | alpha-quartz (reference) |")
        .contains("| −326.49880 | −979.4964 | 1.2 | 12.556 |");
  }

  @Test
  void it_says_what_the_energies_are() {
    assertThat(markdown(List.of(QUARTZ)))
        .contains("Energies are those of quantum-espresso 6.7, protocol moderate.")
        .contains("with energies of another set")
        .contains("ΔE is to the lowest row.");
  }

  @Test
  void energies_of_different_methods_are_not_subtracted() {
    Refined other =
        new Refined(
            "g003s02",
            null,
            "gulp",
            "6.2",
            "sio2-slc",
            -42.9,
            -3.15,
            -128.7,
            QUARTZ.spaceGroup(),
            QUARTZ.lattice(),
            QUARTZ.volumePerAtom(),
            0,
            0,
            1,
            List.of());
    assertThat(markdown(List.of(QUARTZ, other)))
        .contains("protocol moderate; gulp 6.2, protocol sio2-slc.")
        .contains("ΔE is to the lowest row of the same method.")
        .contains("| −42.90000 | −128.7000 | 0.0 |");
  }

  @Test
  void distances_to_the_refined_references_stand_in_a_table_of_their_own() {
    assertThat(markdown(List.of(QUARTZ, REFERENCE)))
        .contains("refined references: site fingerprint (Zimmermann and Jain)")
        .contains("| 1 | g002s11 | 0.0007 | 0.4100 |\n| 2 | ref-alpha-quartz | 0.0000 | 0.4000 |");
  }

  @Test
  void what_was_not_refined_has_its_reason_on_one_line() {
    SearchSummary summary =
        SyntheticSearch.summary(
            List.of(),
            List.of(),
            List.of(new NotRefined("g001s02", Standing.GIVEN_UP, "KILLED\n  by a | signal")));
    assertThat(new RefinedTable(summary, Map.of()).markdown())
        .isEqualTo(
            "## Not refined\n\n| structure | reason |\n|---|---|\n"
                + "| g001s02 | KILLED by a \\| signal |\n\n");
  }

  @Test
  void an_overlong_reason_is_cut() {
    SearchSummary summary =
        SyntheticSearch.summary(
            List.of(),
            List.of(),
            List.of(new NotRefined("g001s02", Standing.GIVEN_UP, "x".repeat(1000))));
    assertThat(new RefinedTable(summary, Map.of()).markdown())
        .contains("| " + "x".repeat(299) + "… |");
  }

  @Test
  void all_rows_have_as_many_cells_as_their_head() {
    int columns = 0;
    for (String line : markdown(List.of(QUARTZ, REFERENCE)).split("\n")) {
      int bars = line.startsWith("|") ? (int) line.chars().filter(c -> c == '|').count() : 0;
      assertThat(columns == 0 || bars == 0 || columns == bars).as(line).isTrue();
      columns = bars;
    }
  }

  @Test
  void without_a_refinement_there_is_nothing() {
    assertThat(new RefinedTable(SyntheticSearch.summary(List.of()), Map.of()).markdown()).isEmpty();
  }

  private static String markdown(List<Refined> refined) {
    return new RefinedTable(
            SyntheticSearch.summary(List.of(), refined, List.of()),
            Map.of("g002s11", "alpha-quartz"))
        .markdown();
  }
}
