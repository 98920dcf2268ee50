package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.coesite.calculator.UnfitSettingsException;
import org.coesite.evolution.EvolutionSettings;
import org.coesite.evolution.Heuristics;
import org.coesite.forcefield.PotentialLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void another_seed_is_another_search() {
    SearchSettings begun = read(FILE + "seed: 3\n");

    assertThatThrownBy(() -> Amendment.of(begun, read(FILE + "seed: 4\nstop: {generations: 77}")))
        .isInstanceOf(UnfitSettingsException.class)
        .hasMessageContaining("seed (3, now 4)");
  }

  @Test
  void a_search_that_was_given_a_seed_on_the_command_line_keeps_it() {
    SearchSettings begun = BEFORE.withSeed(7);

    assertThat(
            Amendment.of(begun, read(FILE + "seed: 7\nstop: {generations: 77}")).settings().seed())
        .isEqualTo(7);
    assertThat(Amendment.of(begun, read(FILE + "stop: {generations: 77}")).settings().seed())
        .isEqualTo(7);
  }

  @Test
  void a_refusal_names_the_keys_with_what_they_said_and_say_now() {
    SearchSettings begun = read(FILE + "generation: {size: 20}\n");

    assertThatThrownBy(
            () -> Amendment.of(begun, read(FILE + "generation: {size: 24}\npressure: 2\n")))
        .isInstanceOf(UnfitSettingsException.class)
        .hasMessageContaining(
            "cannot change generation.size (20, now 24), pressure (not given, now 2)");
  }

  @Test
  void a_search_older_than_the_heuristics_is_amended_from_its_own_file_and_stays_without() {
    assertStaysAsStarted(BEFORE.evolution().with(Heuristics.NONE));
  }

  @Test
  void a_search_begun_when_some_heuristics_were_off_keeps_them_off() {
    assertStaysAsStarted(
        BEFORE.evolution().with(new Heuristics(true, true, true, false, false, false, false)));
  }

  @Test
  void a_search_begun_under_other_default_distances_and_volumes_keeps_them() {
    assertStaysAsStarted(
        read(FILE
                + "start: {minimumDistances: {Si-O: 1.42, O-O: 1.98}}\n"
                + "relaxed: {volumePerAtom: [5, 50]}\n")
            .evolution());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_file_that_now_states_what_it_left_to_defaults_is_taken_at_its_word(boolean subCells) {
    SearchSettings old =
        BEFORE.with(
            BEFORE.evolution().with(new Heuristics(!subCells, true, true, true, true, true, true)));

    assertThatThrownBy(
            () -> Amendment.of(old, read(FILE + "start: {subCells: %s}".formatted(subCells))))
        .isInstanceOf(UnfitSettingsException.class)
        .hasMessageContaining("start");
  }

  @Test
  void a_search_whose_file_can_no_longer_be_read_is_compared_by_its_values() {
    SearchSettings old =
        Json.read(
            Json.write(BEFORE).replace("sio2-bks-rep\\n", "sio2-bks-rep\\ngone: 1\\n"),
            SearchSettings.class);

    assertThat(old.source()).contains("gone");
    assertThat(Amendment.of(old, read(FILE + "stop: {generations: 77}")).changes())
        .isEqualTo("stop");
  }

  private static void assertStaysAsStarted(EvolutionSettings begun) {
    assertThat(begun).isNotEqualTo(BEFORE.evolution());
    Amendment amendment = Amendment.of(BEFORE.with(begun), read(FILE + "stop: {generations: 77}"));

    assertThat(amendment.changes()).isEqualTo("stop");
    assertThat(amendment.settings().evolution()).isEqualTo(begun);
  }
}
