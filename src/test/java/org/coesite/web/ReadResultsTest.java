package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coesite.search.SearchState;
import org.coesite.search.SearchSummary.Best;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the documentation reads a search into the real ASE and pymatgen. */
class ReadResultsTest {

  private static final String SETTINGS =
      """
      seed: 3
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 6}
      stop: {relaxations: 6}
      """;

  @Test
  void structures_come_into_ase_and_pymatgen_as_the_search_found_them(@TempDir Path directory)
      throws Exception {
    try (TestServer server = new TestServer(directory)) {
      server.service().start(server.settings(SETTINGS, "small"), "small", List.of());
      assertThat(server.service().await("small", Duration.ofMinutes(2)))
          .isEqualTo(SearchState.FINISHED);

      String printed = printed(server);

      Best best = server.service().summary("small").best().get(0);
      // pymatgen may warn before it, for example of what a file does not say.
      assertThat(printed.lines().filter(line -> line.startsWith(best.structure() + " ")))
          .singleElement()
          .asString()
          .contains(best.spaceGroup().symbol())
          .contains(String.format(Locale.ROOT, "%.6f", best.energyPerAtom()))
          .contains(String.format(Locale.ROOT, "%.3f", best.volumePerAtom()));
    }
  }

  private static String printed(TestServer server) throws IOException, InterruptedException {
    ProcessBuilder program =
        new ProcessBuilder(
            python(),
            "examples/python/read_results.py",
            server.address("").toString(),
            "small",
            "--user",
            TestServer.ADMINISTRATOR);
    program.environment().put("COESITE_PASSWORD", TestServer.PASSWORD);
    program.redirectErrorStream(true);
    Process running = program.start();
    String printed = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor()).as(printed).isZero();
    return printed;
  }

  /** The Python that machine-learned potentials are installed into; they bring both libraries. */
  private static String python() {
    Map<String, String> environment = System.getenv();
    String share =
        environment.getOrDefault("XDG_DATA_HOME", environment.get("HOME") + "/.local/share");
    return environment.getOrDefault("COESITE_PYTHON", share + "/coesite/ml-potential/bin/python3");
  }
}
