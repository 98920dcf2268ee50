package org.coesite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.coesite.process.Models;
import org.coesite.remote.Deployment;
import org.coesite.remote.Deployment.Deployed;
import org.coesite.remote.EngineInspection;
import org.coesite.remote.Login;
import org.coesite.remote.ModelFiles;
import org.coesite.remote.RestEngine;
import org.coesite.search.SearchState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brings models that somebody changed to a server, as {@code ./coesite deploy} does. */
class ChangedModelsTest {

  private static final String SETTINGS =
      """
      composition: SiO2
      potential: sio2-bks-rep-c6
      generation: {size: 6}
      stop: {generations: 1}
      """;

  @TempDir Path directory;

  @Test
  void the_model_of_the_walk_through_is_accepted_and_searches_go_by_it() throws Exception {
    try (TestServer server = new TestServer(directory)) {
      RestEngine engine =
          new RestEngine(
              server.address("/engine-rest"),
              new Login(TestServer.ADMINISTRATOR, TestServer.PASSWORD));
      ModelFiles models = ModelFiles.of(Path.of("examples", "second-stage"));

      Map<String, Deployed> deployed = new Deployment(engine).deploy(models);

      assertThat(deployed).containsOnlyKeys(Models.PROCESSES);
      assertThat(deployed.get(Models.SEARCH)).isEqualTo(new Deployed(2, true));
      assertThat(new EngineInspection(engine).missing(engine.version(), models)).isEmpty();

      server.service().start(server.settings(SETTINGS, "twice"), "twice", List.of());
      assertThat(server.service().await("twice", Duration.ofMinutes(3)))
          .isEqualTo(SearchState.FINISHED);
      assertThat(server.service().summary("twice").rescreened())
          .isNotEmpty()
          .allMatch(again -> again.method().endsWith("sio2-slc"));
      assertThat(directory.resolve("twice/report/table.md"))
          .content()
          .contains("## Screened again");
    }
  }
}
