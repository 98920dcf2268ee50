package org.coesite.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.coesite.forcefield.PotentialLibrary;
import org.coesite.search.SearchSettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemReaderTest {

  private static final Path SHIPPED = Path.of("examples", "benchmarks");
  private static final SearchSettingsReader SETTINGS =
      new SearchSettingsReader(PotentialLibrary.standard(), Set.of("embedded"));
  private static final ProblemReader READER = new ProblemReader(SETTINGS);

  static List<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.list(SHIPPED)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void each_shipped_problem_has_an_answer_and_is_a_search_too(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".yaml", "");

    Problem problem = READER.read(name, Files.readString(file), Map.of());

    assertThat(problem.settings()).isEqualTo(SETTINGS.readText(problem.settings().source(), name));
    assertThat(SETTINGS.read(file).evolution()).isEqualTo(problem.settings().evolution());
    assertThat(problem.settings().name()).isEqualTo(name);
    assertThat(problem.budget()).isBetween(100, 2000);
    assertThat(problem.target().spaceGroups()).isNotEmpty();
    assertThat(problem.peers()).allSatisfy(peer -> assertThat(peer.source()).isNotBlank());
  }

  @Test
  void keys_of_the_search_can_be_given_other_values() throws IOException {
    Problem problem =
        READER.read(
            "titania-12",
            Files.readString(SHIPPED.resolve("titania-12.yaml")),
            Map.of("start.symmetricShare", "0.25", "relaxed.volumePerAtom", "[5, 20]"));

    assertThat(problem.settings().evolution().symmetricShare()).isEqualTo(0.25);
    assertThat(problem.settings().evolution().relaxedCell().maximumVolumePerAtom()).isEqualTo(20);
    assertThat(problem.settings().evolution().startVolumePerAtom()).hasValue(10.1042);
  }

  @Test
  void what_is_no_problem_is_refused_with_the_reason() {
    assertThatThrownBy(() -> READER.read("p", "composition: SiO2", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no group 'benchmark'");
    assertThatThrownBy(() -> READER.read("p", "benchmark: {budgets: 3, budget: 5}", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("budgets");
    assertThatThrownBy(
            () ->
                READER.read("p", "benchmark: {about: x, budget: 3}", Map.of("composition", "SiO2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("target");
    assertThatThrownBy(
            () -> READER.read("p", "benchmark: {}\nseed: 1", Map.of("benchmark.budget", "3")))
        .hasMessageContaining("benchmark.budget: only keys of the search");
    assertThatThrownBy(() -> READER.read("p", "benchmark: {}\nseed: 1", Map.of("seed.x", "3")))
        .hasMessageContaining("seed.x: seed is no group");
  }
}
