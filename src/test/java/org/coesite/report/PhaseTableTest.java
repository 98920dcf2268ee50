package org.coesite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coesite.search.AuditTrail;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary;
import org.coesite.search.SearchSummary.ReferenceDistance;
import org.coesite.search.SearchSummary.Relaxations;
import org.coesite.search.SearchSummary.Timing;
import org.junit.jupiter.api.Test;

class PhaseTableTest {

  private static final SearchSummary SUMMARY =
      SyntheticSearch.summary(
          List.of(
              SyntheticSearch.best(
                  "g002s11",
                  -128.7044,
                  154,
                  "P3_221",
                  new ReferenceDistance("alpha-quartz", 0.00123),
                  new ReferenceDistance("stishovite", 0.4)),
              SyntheticSearch.best(
                  "g003s02", -128.6931, 15, "C2/c", new ReferenceDistance("stishovite", 0.39))));

  @Test
  void the_head_names_search_seed_reason_and_hash() {
    assertThat(markdown(SUMMARY))
        .startsWith("# silica\n")
        .contains("| seed | 1 |")
        .contains("found 5 times from different lineages")
        .contains("`" + "ab12".repeat(16) + "`")
        .contains("| record | 321 links, the last `" + "cd34".repeat(16) + "`;")
        .contains("160: 140 converged, 12 not converged, 8 failed");
  }

  @Test
  void it_ends_with_what_each_operator_gave_and_how_much_may_be_left() {
    assertThat(markdown(SUMMARY))
        .contains("a probability of 25 %")
        .endsWith("| random | 1 | 60 | 21 | 4 |\n| strain | 1 | 20 | 3 | 1 |\n");
  }

  @Test
  void it_names_the_settings_that_the_numbers_rest_on() {
    assertThat(markdown(SUMMARY))
        .contains("## Settings\n")
        .contains("| composition | Si3O6 |\n")
        .contains("| screening | embedded 0.1.0 |\n")
        .contains("| potential | sio2-bks-rep-c6 → sio2-slc |\n")
        .contains("| pressure | 2.5 GPa |\n")
        .doesNotContain("refinement", "amended");
  }

  @Test
  void a_refined_search_names_cutoff_k_points_and_pseudopotentials_with_their_checksums() {
    SearchSummary refined =
        SyntheticSearch.summary(
            List.of(), List.of(SyntheticSearch.refined("g002s11", null, -326.5)), List.of());
    assertThat(markdown(refined))
        .contains("| refinement | quantum-espresso 6.7 |\n")
        .contains("| refinement: protocol | moderate |\n")
        .contains("| refinement: cutoff | 60 |\n")
        .contains("| refinement: functional | as-generated |\n")
        .contains("| refinement: kSpacing | 0.3 |\n")
        .contains("| refinement: pseudopotential.Si | shipped:Si.pbesol.UPF |\n")
        .contains("| refinement: pseudopotential.Si.sha256 | cafe |\n")
        .contains("| amended | stop; then refinement |\n");
  }

  @Test
  void heads_say_whether_energies_are_per_atom_or_per_formula_unit() {
    assertThat(markdown(SUMMARY)).contains("| ΔE (meV per formula) |");
  }

  @Test
  void it_says_that_energies_are_those_of_the_potential() {
    assertThat(markdown(SUMMARY)).contains("not DFT and not measured");
  }

  @Test
  void each_structure_has_cell_space_group_and_energies() {
    assertThat(markdown(SUMMARY))
        .contains(
            "| 1 | g002s11 | alpha-quartz | 4.8354 | 4.8354 | 5.3451 | 90.00 | 90.00 | 120.00 | P3_221 (154) "
                + "| −42.90147 | −128.7044 | 0.0 | 12.025 | 3 | 7 | 31 | 2 | cutAndSplice |\n")
        .contains("| −128.6931 | 11.3 |");
  }

  @Test
  void distances_stand_in_the_column_of_their_phase() {
    assertThat(markdown(SUMMARY))
        .contains("known phases: site fingerprint")
        .contains("known phases: Oganov–Valle fingerprint")
        .contains("| # | structure | keatite |")
        .contains("| 1 | g002s11 | 0.0789 |")
        .contains("| # | structure | alpha-quartz | stishovite |")
        .contains("| 1 | g002s11 | 0.0012 | 0.4000 |")
        .contains("| 2 | g003s02 |  | 0.3900 |");
  }

  @Test
  void all_rows_of_a_table_have_as_many_cells_as_its_head() {
    int columns = 0;
    for (String line : markdown(SUMMARY).split("\n")) {
      int bars = (int) line.chars().filter(c -> c == '|').count();
      if (!line.startsWith("|")) {
        columns = 0;
      } else {
        assertThat(columns == 0 || columns == bars).as(line).isTrue();
        columns = bars;
      }
    }
  }

  @Test
  void without_references_there_is_no_table_of_distances() {
    SearchSummary summary =
        SyntheticSearch.summary(List.of(SyntheticSearch.best("g000s00", -1, 1, "P1")));
    assertThat(markdown(summary)).doesNotContain("Cosine");
  }

  @Test
  void a_search_that_kept_nothing_yet_says_so() {
    SearchSummary young =
        new SearchSummary(
            "silica",
            1,
            SearchState.RUNNING,
            null,
            SyntheticSearch.SCREENED,
            0,
            new Relaxations(0, 0, 0, 0, 0, 0),
            null,
            new AuditTrail.Head(0, "0".repeat(64)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            SyntheticSearch.EXPLORATION,
            new Timing(0, 0, 0));
    assertThat(markdown(young))
        .contains("| stopped because | it has not stopped |")
        .contains("| population hash | none yet |")
        .contains("No structure has been kept yet.");
  }

  private static String markdown(SearchSummary summary) {
    Comparison comparison =
        new Comparison(
            Optional.of("alpha-quartz"), List.of(new ReferenceDistance("keatite", 0.0789)));
    return new PhaseTable(summary, Map.of("g002s11", comparison)).markdown();
  }
}
