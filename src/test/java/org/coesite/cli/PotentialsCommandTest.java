package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class PotentialsCommandTest {

  @Test
  void json_lists_every_potential_with_its_citation() throws Exception {
    JsonNode potentials = CommandRun.of("potentials", "--json").json().at("/potentials");

    assertThat(potentials)
        .extracting(potential -> potential.at("/name").asText())
        .contains(
            "sio2-bks",
            "sio2-bks-rep",
            "sio2-bks-rep-c6",
            "sio2-slc",
            "sio2-slc-c6",
            "mgalo-bush",
            "mgalo-lewis-catlow",
            "mgalo-formal",
            "tio2-matsui",
            "srtio3");
    assertThat(potentials)
        .allSatisfy(
            potential -> {
              assertThat(potential.at("/citation").asText()).isNotBlank();
              assertThat(potential.at("/elements")).isNotEmpty();
            });
  }

  @Test
  void words_name_elements_and_paper() {
    assertThat(CommandRun.of("potentials").out())
        .containsPattern("sio2-slc +O Si")
        .contains("10.1039/C39840001271");
  }
}
