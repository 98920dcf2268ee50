package org.coesite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Coesite's commands for a server, and the processes that work for it. */
final class RemoteCommands implements AutoCloseable {

  private static final String SETTINGS =
      """
      name: small
      seed: 3
      composition: SiO2
      potential: sio2-bks-rep
      generation: {size: 4}
      stop: {relaxations: 6}
      references: quartz.cif
      """;

  private final Path folder;
  private final EngineServer server;
  private final Path passwordFile;
  private final List<Process> workers = new ArrayList<>();

  RemoteCommands(Path folder, EngineServer server) throws IOException {
    this.folder = folder;
    this.server = server;
    this.passwordFile = Files.writeString(folder.resolve("password"), EngineServer.PASSWORD + "\n");
  }

  /** A toy search of some seven relaxations. */
  static Path settings(Path folder) throws IOException {
    Files.copy(CommandRun.silica("alpha-quartz"), folder.resolve("quartz.cif"));
    return Files.writeString(folder.resolve("search.yaml"), SETTINGS);
  }

  CommandRun run(String command, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of(more));
    arguments.addAll(login());
    return CommandRun.of(arguments.toArray());
  }

  private List<Object> login() {
    return List.of(
        "--engine", server.url(), "--user", EngineServer.USER, "--password-file", passwordFile);
  }

  /** Starts a search under a name and goes on at once. */
  CompletableFuture<CommandRun> search(String name) {
    return CompletableFuture.supplyAsync(
        () -> run("search", folder.resolve("search.yaml"), "--name", name, "--json"));
  }

  /** Starts a process that works for the server, with the password in its environment. */
  Process worker() throws IOException {
    Process worker =
        ChildProcess.start(
            Map.of("COESITE_WORKER_PASSWORD", EngineServer.PASSWORD),
            "worker",
            "--engine",
            server.url(),
            "--user",
            EngineServer.USER,
            "--workers",
            1,
            "--lock",
            5);
    workers.add(worker);
    return worker;
  }

  /** Waits until a worker has a task. */
  void awaitTaskOf(Process worker) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> holdsTask(worker));
  }

  private boolean holdsTask(Process worker) {
    for (JsonNode task : server.get("/external-task?locked=true")) {
      if (task.path("workerId").asText().contains("-" + worker.pid() + "-")) {
        return true;
      }
    }
    return false;
  }

  /** The search as it comes out without any server. */
  static JsonNode local(Path folder) throws IOException {
    CommandRun run =
        CommandRun.of(
            "search", folder.resolve("search.yaml"), "--data", folder.resolve("local"), "--json");
    assertThat(run.exitCode()).isZero();
    return run.json();
  }

  /** Ends all workers. */
  @Override
  public void close() {
    for (Process worker : workers) {
      worker.destroyForcibly().onExit().join();
    }
  }
}
