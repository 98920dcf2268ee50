package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.coesite.crystal.Lattice;
import org.coesite.evolution.CellBounds;
import org.coesite.forcefield.PotentialLibrary;
import org.junit.jupiter.api.Test;

class SilicaExampleTest {

  private final SearchSettings settings =
      new SearchSettingsReader(PotentialLibrary.standard(), Set.of("embedded"))
          .read(Path.of("examples/silica/search.yaml"));

  @Test
  void the_example_searches_nine_atoms_of_silica_and_compares_with_nine_phases() {
    assertThat(settings.name()).isEqualTo("silica");
    assertThat(settings.evolution().composition().formula()).isEqualTo("Si3O6");
    assertThat(settings.relaxation().stages()).endsWith("sio2-slc");
    assertThat(settings.references()).hasSize(9);
    assertThat(settings.stopping().relaxations()).isEqualTo(300);
  }

  @Test
  void the_example_discards_the_false_minimum_of_its_potential_but_not_stishovite() {
    CellBounds bounds = settings.evolution().relaxedCell();

    assertThat(bounds.violation(cell(6 * 6.7), 6)).isPresent();
    assertThat(bounds.violation(cell(6 * 7.5), 6)).isEmpty();
  }

  private static Lattice cell(double volume) {
    return Lattice.fromParameters(4, 4, 2.8, 90, 90, 90).scaledTo(volume);
  }
}
