package org.coesite.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsPlacesTest {

  private static final SettingsPlaces PLACES =
      new SettingsPlaces(
          "search.yaml",
          """
          refine: quantum-espresso
          refinement:
            options:
              cutoff: 40
              pseudopotential.Si: Si.UPF
          """);

  @Test
  void a_problem_has_the_line_of_its_key() {
    assertThat(PLACES.placed("refinement.options.cutoff", "3 is below 5"))
        .isEqualTo("search.yaml:4: refinement.options.cutoff: 3 is below 5");
  }

  @Test
  void a_key_with_dots_of_its_own_is_found() {
    assertThat(PLACES.placed("refinement.options.pseudopotential.Si", "is missing"))
        .startsWith("search.yaml:5: ");
  }

  @Test
  void a_key_that_the_file_lacks_has_the_line_of_the_group_around_it() {
    assertThat(PLACES.placed("refinement.protocol", "is missing")).startsWith("search.yaml:2: ");
    assertThat(PLACES.placed("screen", "is missing")).isEqualTo("search.yaml: screen: is missing");
  }
}
