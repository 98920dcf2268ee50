package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class SymmetryCommandTest {

  @Test
  void json_gives_group_letters_operations_and_standardised_cell() throws Exception {
    CommandRun run = CommandRun.of("symmetry", CommandRun.silica("stishovite"), "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    JsonNode json = run.json();
    assertThat(json.at("/spaceGroup/number").asInt()).isEqualTo(136);
    assertThat(json.at("/spaceGroup/symbol").asText()).isEqualTo("P4_2/mnm");
    assertThat(json.at("/formula").asText()).isEqualTo("Si2O4");
    assertThat(json.at("/wyckoffLetters")).extracting(JsonNode::asText).contains("a", "f");
    assertThat(json.at("/operations").asInt()).isEqualTo(16);
    assertThat(json.at("/standardised/cell/a").asDouble()).isCloseTo(4.18, within(0.01));
    assertThat(json.at("/standardised/structure/species")).hasSize(6);
    assertThat(json.at("/standardised/structure/lattice")).hasSize(3);
  }

  @Test
  void words_name_the_group_with_its_number() {
    CommandRun run = CommandRun.of("symmetry", CommandRun.silica("coesite"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("space group        15 C2/c").contains("Å");
  }

  @Test
  void a_tolerance_out_of_bounds_is_bad_input() {
    CommandRun run = CommandRun.of("symmetry", CommandRun.silica("coesite"), "--tolerance", "-0.1");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("coesite: --tolerance: -0.1 Å is outside 0 to 1 Å\n");
  }

  @Test
  void a_file_that_is_not_there_is_bad_input_in_one_line() {
    CommandRun run = CommandRun.of("symmetry", "absent.cif");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("coesite: absent.cif: ").hasLineCount(1);
  }
}
