package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkCommandTest {

  @Test
  void a_named_problem_is_searched_and_compared(@TempDir Path folder) {
    Path plot = folder.resolve("titania.png");

    CommandRun run =
        CommandRun.of(
            "benchmark", "titania-12", "--searches", "3", "--seed", "200", "--plot", plot);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("(TiO2)4, 12 atoms, rutile")
        .contains("100% of 3 searches")
        .contains("times ours");
    assertThat(run.err()).contains("seed 200: found at relaxation").hasLineCount(3);
    assertThat(plot).isNotEmptyFile();
  }

  @Test
  void a_part_can_be_left_out_and_everything_is_told_as_json() throws Exception {
    JsonNode json =
        CommandRun.of(
                "benchmark",
                "examples/benchmarks/titania-12.yaml",
                "--searches",
                "1",
                "--set",
                "start.subCells=false",
                "--json")
            .json();

    assertThat(json.at("/score/success").asDouble()).isEqualTo(1);
    assertThat(json.at("/changed/start.subCells").asText()).isEqualTo("false");
    assertThat(json.at("/seed").asLong()).isEqualTo(5000);
    assertThat(json.at("/trials/0/winner/origin").has("copies")).isFalse();
    assertThat(json.at("/problem/target/spaceGroups/0").asInt()).isEqualTo(136);
  }

  @Test
  void an_unknown_problem_and_a_wrong_key_are_told_in_a_line() {
    for (Object[] arguments :
        new Object[][] {
          {"benchmark", "titania-13"},
          {"benchmark", "titania-12", "--searches", "0"},
          {"benchmark", "titania-12", "--set", "start.subcells=false"},
          {"benchmark", "README.md"}
        }) {
      CommandRun run = CommandRun.of(arguments);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).hasLineCount(1).startsWith("coesite: ");
    }
  }
}
