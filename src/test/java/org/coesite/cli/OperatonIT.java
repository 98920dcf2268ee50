package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An Operaton 1.0 server with the plugin jar made for it. */
class OperatonIT {

  @TempDir private Path folder;

  @Test
  void the_same_models_and_workers_find_the_same_on_operaton() throws Exception {
    RemoteCommands.settings(folder);
    try (EngineServer server =
            EngineServer.start("operaton", folder, "coesite-engine-plugin-operaton.jar");
        RemoteCommands commands = new RemoteCommands(folder, server)) {
      CommandRun deployed = commands.run("deploy");
      assertThat(deployed.exitCode()).isZero();
      assertThat(deployed.out()).contains("version 1.0.3");
      CompletableFuture<CommandRun> search = commands.search("operaton");
      commands.worker();
      commands.worker();

      CommandRun found = search.get(3, TimeUnit.MINUTES);

      assertThat(found.exitCode()).isZero();
      assertThat(found.json().at("/populationHash"))
          .isEqualTo(RemoteCommands.local(folder).at("/populationHash"));
    }
  }
}
