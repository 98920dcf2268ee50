package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoesiteTest {

  @Test
  void help_lists_the_commands_on_standard_output() {
    CommandRun run = CommandRun.of("--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "search",
            "resume",
            "list",
            "show",
            "audit",
            "relax",
            "compare",
            "symmetry",
            "potentials");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search",
        "resume",
        "list",
        "show",
        "audit",
        "relax",
        "compare",
        "symmetry",
        "potentials"
      })
  void every_command_explains_itself_and_can_print_json(String command) {
    CommandRun run = CommandRun.of(command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Usage: coesite " + command).contains("--json");
  }

  @Test
  void an_unknown_command_is_bad_input() {
    CommandRun run = CommandRun.of("serach");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("coesite: ").contains("serach").hasLineCount(1);
  }

  @Test
  void no_command_at_all_is_bad_input() {
    CommandRun run = CommandRun.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("coesite --help").hasLineCount(1);
  }

  @ParameterizedTest
  @EnumSource(LogOption.Format.class)
  void logs_go_to_standard_error(LogOption.Format format) throws IOException {
    assertThat(Files.readString(Path.of("src", "main", "resources", "log", format + ".xml")))
        .contains("<target>System.err</target>")
        .doesNotContain("System.out");
  }
}
