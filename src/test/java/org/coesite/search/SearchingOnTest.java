package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.store.SearchDatabase;
import org.coesite.symmetry.SymmetryFinder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchingOnTest {

  private final SearchDatabase database = SearchDatabase.open("jdbc:h2:mem:searching-on");
  private final SearchArchive archive =
      new SearchArchive(
          Path.of("never-written"), database, new Crystallography(SymmetryFinder.create()));
  private final SearchSettingsReader reader =
      new SearchSettingsReader(PotentialLibrary.standard(), Set.of("embedded"));

  @AfterEach
  void close() {
    database.close();
  }

  private SearchSettings searchingOn(String text) {
    SearchSettings settings = reader.readText(text, "search");
    database.searches().create("search", settings, List.of());
    return reader.readAmendmentText(archive.searchingOn("search", 70), "search");
  }

  @Test
  void whatever_ended_it_leaves_room_for_as_many_more() {
    SearchSettings more =
        searchingOn(
            """
            # kept
            composition: SiO2
            potential: sio2-slc
            stop:
              relaxations: 5   # spent

              repeats: 2
            generation: {size: 4}
            """);

    assertThat(more.stopping().relaxations()).isEqualTo(70);
    assertThat(more.stopping().repeats()).isEqualTo(70);
    assertThat(more.stopping().withoutNewMinimum()).isEqualTo(200);
    assertThat(more.stopping().generations()).isEqualTo(70);
    assertThat(more.evolution().size()).isEqualTo(4);
    assertThat(more.source()).startsWith("# kept\ncomposition: SiO2\n").containsOnlyOnce("stop:");
  }

  @Test
  void a_group_in_one_line_and_none_at_all_will_do_as_well() {
    assertThat(
            searchingOn("composition: SiO2\npotential: sio2-slc\nstop: {relaxations: 5}\n")
                .stopping()
                .relaxations())
        .isEqualTo(70);
    assertThat(
            reader
                .readAmendmentText(archive.searchingOn("search", 80), "search")
                .stopping()
                .relaxations())
        .isEqualTo(80);
  }
}
