package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Camunda 7.24 server that holds nothing of ours but the plugin jar beside it. */
class ForeignEngineIT {

  @TempDir static Path folder;
  private static EngineServer server;
  private static RemoteCommands commands;
  private static CommandRun deployedWithoutPlugin;
  private static CommandRun deployed;
  private static JsonNode local;

  /** The same database has the engine's tables before it gets ours. */
  @BeforeAll
  static void add_the_plugin_to_a_server_that_ran_without_it() throws Exception {
    RemoteCommands.settings(folder);
    local = RemoteCommands.local(folder);
    try (EngineServer bare = EngineServer.start("camunda", folder)) {
      deployedWithoutPlugin = new RemoteCommands(folder, bare).run("deploy");
    }
    server = EngineServer.start("camunda", folder, "coesite-engine-plugin.jar");
    commands = new RemoteCommands(folder, server);
    deployed = commands.run("deploy");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void end_workers() {
    commands.close();
  }

  @Test
  void a_server_without_the_plugin_is_told_what_it_lacks() {
    assertThat(deployedWithoutPlugin.err()).isEmpty();
    assertThat(deployedWithoutPlugin.exitCode()).isEqualTo(1);
    assertThat(deployedWithoutPlugin.out())
        .contains("version 7.24.0")
        .contains("structure-search   version 1, new")
        .containsOnlyOnce("missing: ")
        .contains("missing: plugin: ")
        .contains("docs/own-engine.md");
  }

  @Test
  void the_same_models_are_deployed_once_and_with_the_plugin_nothing_is_missing() {
    assertThat(deployed.out()).contains("generation         version 1").doesNotContain("missing");
    assertThat(deployed.out()).doesNotContain("new");
    assertThat(deployed.exitCode()).isZero();
  }

  @Test
  void a_search_on_it_finds_the_same_although_a_worker_is_killed() throws Exception {
    CompletableFuture<CommandRun> search = commands.search("killed");
    Process killed = commands.worker();
    commands.awaitTaskOf(killed);
    Process worker = commands.worker();
    killed.destroyForcibly().waitFor();

    CommandRun found = search.get(3, TimeUnit.MINUTES);

    assertThat(found.exitCode()).isZero();
    assertThat(found.json().at("/populationHash")).isEqualTo(local.at("/populationHash"));
    assertThat(found.json().at("/best")).isEqualTo(local.at("/best"));
    assertThat(found.json().at("/relaxations")).isEqualTo(local.at("/relaxations"));
    assertThat(folder.resolve("camunda-reports/killed/report/summary.json")).exists();
    assertThat(server.get("/history/variable-instance/count?variableName=work&includeDeleted=true"))
        .isEqualTo(server.get("/history/variable-instance/count?variableName=nothing"));
    assertThat(server.log()).doesNotContain(EngineServer.PASSWORD);

    // Process.destroy would close the streams too.
    worker.toHandle().destroy();
    assertThat(worker.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(new String(worker.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("handed back")
        .doesNotContain(EngineServer.PASSWORD);
  }

  @Test
  void a_running_search_stays_on_its_models_until_it_is_migrated() throws Exception {
    CompletableFuture<CommandRun> search = commands.search("migrated");
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> server.get("/external-task?notLocked=true").size() == 4);
    assertThat(commands.run("deploy").out())
        .contains("missing: worker: nobody relaxes with embedded");
    CommandRun unfit = commands.run("deploy", "--models", withRenamedTask(), "--migrate", "--json");
    assertThat(unfit.exitCode()).isEqualTo(1);
    assertThat(unfit.json().at("/migrated").asInt()).isEqualTo(1);
    assertThat(unfit.json().at("/notMigrated")).hasSize(1);
    assertThat(unfit.json().at("/notMigrated/0").asText()).contains("migrated").contains("relax");
    Path models = withAddedStep();

    JsonNode changed = commands.run("deploy", "--models", models, "--json").json();

    int version = changed.at("/models/generation/version").asInt();
    assertThat(onVersion(version)).isZero();

    JsonNode migrated = commands.run("deploy", "--models", models, "--migrate", "--json").json();

    assertThat(migrated.at("/notMigrated")).isEmpty();
    assertThat(migrated.at("/migrated").asInt()).isEqualTo(2);
    assertThat(migrated.at("/models/generation/version").asInt()).isEqualTo(version);
    assertThat(onVersion(version)).isEqualTo(1);
    commands.worker();
    assertThat(search.get(3, TimeUnit.MINUTES).json().at("/populationHash"))
        .isEqualTo(local.at("/populationHash"));
    assertThat(server.get("/history/activity-instance?activityId=looked-at")).hasSize(2);

    CommandRun again = commands.search("migrated").get();
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains(server.url()).contains("'migrated'").hasLineCount(1);
  }

  private static int onVersion(int version) {
    String id =
        server.get("/process-definition?key=generation&version=" + version).at("/0/id").asText();
    return server.get("/process-instance/count?processDefinitionId=" + id).path("count").asInt();
  }

  private static Path withRenamedTask() throws IOException {
    return changed("relax-batch", "relax-lot");
  }

  /** The generation as somebody saves it who has put a step behind the ranking. */
  private static Path withAddedStep() throws IOException {
    return changed(
        "<bpmn:sequenceFlow id=\"to-select\" sourceRef=\"rank\" targetRef=\"select\" />",
        """
        <bpmn:sequenceFlow id="to-select" sourceRef="rank" targetRef="looked-at" />
        <bpmn:manualTask id="looked-at" name="Look at it" />
        <bpmn:sequenceFlow id="from-looked-at" sourceRef="looked-at" targetRef="select" />
        """);
  }

  private static Path changed(String part, String by) throws IOException {
    Path models = Files.createTempDirectory(folder, "models");
    String usual = Files.readString(Path.of("processes", "generation.bpmn"));
    assertThat(usual).contains(part);
    Files.writeString(models.resolve("generation.bpmn"), usual.replace(part, by));
    return models;
  }

  @Test
  void a_wrong_password_and_an_absent_engine_end_a_worker_with_one_line() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong"), "not-the-password");
    for (String url : new String[] {server.url(), "http://127.0.0.1:1/engine-rest"}) {
      CommandRun run =
          CommandRun.of("worker", "--engine", url, "--user", "nobody", "--password-file", wrong);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains(url).doesNotContain("not-the-password").hasLineCount(1);
    }
  }
}
