package org.coesite.forcefield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.coesite.crystal.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PotentialLibraryTest {

  private static final PotentialLibrary LIBRARY = PotentialLibrary.standard();

  static List<String> names() {
    return LIBRARY.names();
  }

  @Test
  void every_file_is_listed() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/potentials"))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(names());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_potential_bears_the_name_of_its_file(String name) {
    assertThat(LIBRARY.potential(name).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void first_stages_are_known_and_describe_the_same_elements(String name) {
    Potential potential = LIBRARY.potential(name);
    for (String stage : potential.firstStages()) {
      assertThat(LIBRARY.potential(stage).elements()).isEqualTo(potential.elements());
      assertThat(LIBRARY.potential(stage).firstStages()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void the_documentation_has_a_row_with_elements_cutoff_and_source(String name) throws IOException {
    Potential potential = LIBRARY.potential(name);
    String row =
        Files.readAllLines(Path.of("docs/potentials.md")).stream()
            .filter(line -> line.startsWith("| `" + name + "` |"))
            .findFirst()
            .orElseThrow();
    for (Element element : potential.elements()) {
      assertThat(row).contains(element.symbol());
    }
    assertThat(row).contains("%.0f Å".formatted(potential.pairTerms().get(0).cutoff()));
    String doi = potential.citation().replaceAll("(?s).*?doi (10\\.[^ ,;)]+).*", "$1");
    assertThat(row).contains(doi);
  }

  @Test
  void silica_and_spinel_are_neutral() {
    for (String name : names()) {
      Potential potential = LIBRARY.potential(name);
      if (name.startsWith("sio2")) {
        assertThat(potential.chargeOf(List.of(Element.SI, Element.O, Element.O)))
            .isCloseTo(0, within(1e-12));
      } else if (name.startsWith("mgalo")) {
        assertThat(potential.chargeOf(Element.MG)).isCloseTo(2, within(1e-12));
        assertThat(potential.chargeOf(Element.AL)).isCloseTo(3, within(1e-12));
      }
    }
  }

  @Test
  void an_unknown_name_is_answered_with_the_known_ones() {
    assertThatThrownBy(() -> LIBRARY.potential("sio2-slk"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'sio2-slk' is unknown")
        .hasMessageContaining("sio2-slc")
        .hasMessageContaining("mgalo-formal");
  }

  @Test
  void an_element_that_a_potential_lacks_is_named() {
    Potential potential = LIBRARY.potential("sio2-slc");
    assertThatThrownBy(() -> ForceField.of(potential, List.of(Element.SI, Element.NA)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sio2-slc has no Na");
  }
}
