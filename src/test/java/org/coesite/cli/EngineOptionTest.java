package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EngineOptionTest {

  @Test
  void what_cannot_be_an_engine_is_refused_with_one_line() {
    for (List<String> words :
        List.of(
            List.of("--engine", "localhost"),
            List.of("--engine", "ftp://localhost/engine-rest"),
            List.of("--engine", "http://local host"),
            List.of("--engine", "http://localhost/engine-rest", "--user", "anna"),
            List.of(
                "--engine",
                "http://localhost/engine-rest",
                "--user",
                "anna",
                "--password-file",
                "absent"),
            List.of("--engine", "http://localhost/engine-rest", "--calculator", "abacus"),
            List.of("--engine", "http://localhost/engine-rest", "--lock", "1"),
            List.<String>of())) {
      CommandRun run = worker(words);
      assertThat(run.exitCode()).as("%s", words).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("coesite: --").hasLineCount(1);
    }
  }

  @Test
  void a_password_in_the_address_is_refused_and_not_repeated() {
    for (String address :
        List.of("http://anna:secret@localhost", "http://anna:se cret@localhost")) {
      CommandRun run = worker(List.of("--engine", address));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("--password-file").doesNotContain("cret");
    }
  }

  private static CommandRun worker(List<String> words) {
    Object[] arguments = new Object[words.size() + 1];
    arguments[0] = "worker";
    for (int i = 0; i < words.size(); i++) {
      arguments[i + 1] = words.get(i);
    }
    return CommandRun.of(arguments);
  }
}
