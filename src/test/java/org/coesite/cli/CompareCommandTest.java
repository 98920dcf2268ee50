package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CompareCommandTest {

  private static final Path QUARTZ = CommandRun.silica("alpha-quartz");
  private static final Path STISHOVITE = CommandRun.silica("stishovite");

  @Test
  void a_structure_is_at_no_distance_from_itself() throws Exception {
    JsonNode json = CommandRun.of("compare", QUARTZ, QUARTZ, "--json").json();

    assertThat(json.at("/cosineDistance/oganovValle").asDouble()).isCloseTo(0, within(1e-9));
    assertThat(json.at("/cosineDistance/siteFingerprint").asDouble()).isCloseTo(0, within(1e-9));
    assertThat(json.at("/spaceGroups/0")).isEqualTo(json.at("/spaceGroups/1"));
  }

  @Test
  void energies_are_compared_only_if_a_potential_is_named() throws Exception {
    Path coesite = CommandRun.silica("coesite");
    CommandRun without = CommandRun.of("compare", QUARTZ, coesite, "--json");
    CommandRun with =
        CommandRun.of("compare", QUARTZ, coesite, "--potential", "sio2-slc", "--json");

    assertThat(without.json().has("energyDifference")).isFalse();
    // By GULP with the same potential -128.7044 and -128.6835 eV per SiO2.
    assertThat(with.json().at("/energyDifference").asDouble())
        .isCloseTo((128.7044 - 128.6835) / 3, within(1e-4));
  }

  @Test
  void words_label_both_distances() {
    CommandRun run = CommandRun.of("compare", QUARTZ, STISHOVITE);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Oganov-Valle fingerprint")
        .contains("site fingerprint")
        .contains("136 P4_2/mnm");
  }
}
