package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.evolution.Heuristics;
import org.coesite.forcefield.PotentialLibrary;
import org.junit.jupiter.api.Test;

class AmendmentTest {

  private static final String FILE = "composition: SiO2\npotential: sio2-bks-rep\n";
  private static final SearchSettings BEFORE = read(FILE);

  private static SearchSettings read(String text) {
    return new SearchSettingsReader(PotentialLibrary.standard(), Set.of("embedded"))
        .readText(text, "search");
  }

  @Test
  void a_longer_search_is_an_amendment() {
    Amendment amendment = Amendment.of(BEFORE, read(FILE + "stop: {generations: 77}"));

    assertThat(amendment.changes()).isEqualTo("stop");
    assertThat(amendment.settings().stopping().generations()).isEqualTo(77);
  }

  @Test
  void other_structures_are_another_search() {
    assertThatThrownBy(() -> Amendment.of(BEFORE, read(FILE + "start: {subCells: false}")))
        .isInstanceOf(UnfitSettingsException.class)
        .hasMessageContaining("start");
  }

  @Test
  void a_search_older_than_the_heuristics_is_amended_from_its_own_file_and_stays_without() {
    SearchSettings old = BEFORE.with(BEFORE.evolution().with(Heuristics.NONE));

    Amendment amendment = Amendment.of(old, read(FILE + "stop: {generations: 77}"));

    assertThat(amendment.settings().evolution()).isEqualTo(old.evolution());
    assertThat(amendment.settings().stopping().generations()).isEqualTo(77);
  }
}
