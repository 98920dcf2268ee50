package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.coesite.forcefield.PotentialLibrary;
import org.junit.jupiter.api.Test;

class SilicaExampleTest {

  @Test
  void the_example_searches_nine_atoms_of_silica_and_compares_with_nine_phases() {
    SearchSettings settings =
        new SearchSettingsReader(PotentialLibrary.standard(), Set.of("embedded"))
            .read(Path.of("examples/silica/search.yaml"));

    assertThat(settings.name()).isEqualTo("silica");
    assertThat(settings.evolution().composition().formula()).isEqualTo("Si3O6");
    assertThat(settings.relaxation().stages()).endsWith("sio2-slc");
    assertThat(settings.references()).hasSize(9);
    assertThat(settings.stopping().relaxations()).isEqualTo(300);
  }
}
